// What went wrong, told to whoever runs the service: nothing is lost or altered in silence. No message carries a caller's value.
import type { Undelivered } from "./delivery.ts";

export type Problem =
  /** An event was lost; `message` says how. */
  | { kind: "event-lost"; reason: Undelivered; eventName: string; id: string; message: string }
  /** Broker, registry or topic cannot be used now; events wait in memory or in the spool. `attempt` counts from 1. */
  | { kind: "unavailable"; what: "broker" | "registry" | "topic"; topic: string; attempt: number; message: string }
  /** The domain's schema was never published; its events wait. */
  | { kind: "schema-not-published"; topic: string; message: string }
  /** The spool takes no more (full), its disk fails (unavailable), what it holds cannot be sent on yet (draining), or a file was mended or set aside (damaged). */
  | { kind: "spool"; what: "full" | "unavailable" | "draining" | "damaged"; topic: string; message: string }
  /** A fault of the SDK itself; delivery is taken up again after a second. */
  | { kind: "loop-fault"; message: string };

/** How often things happened since the recorder was created; a snapshot. */
export interface Counts {
  /** Valid events, each with its sequence number. */
  recorded: number;
  /** Acknowledged by all in-sync replicas, also those that an earlier process left in the spool. */
  delivered: number;
  /** Written to the spool. */
  spooled: number;
  /** Lost events, by reason. */
  lost: Record<Undelivered, number>;
  /** Events of which the SDK cut a part. */
  cut: number;
  /** Sends that failed and are tried again. */
  retries: number;
  /** Events that wait in memory or are under way, and their encoded bytes. */
  waiting: number;
  waitingBytes: number;
  /** Events on disk that the broker does not have yet, and about how many bytes they take. */
  spoolWaiting: number;
  spoolWaitingBytes: number;
}

/** May be async; that it throws or rejects is of no consequence. Two types, so that what a plain listener returns does not matter. */
export type OnProblem = ((problem: Problem) => void) | ((problem: Problem) => Promise<void>);

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : "unknown fault");
