// What the worker needs of the world. Each port has a real adapter and one in memory; store and dead letters are held to one contract suite
// each (testing/store-contract.ts, testing/dead-letters-contract.ts), the log to the tests of the main path.
import type { Enrichment } from "@audit-log/schemas";
import type { Fence } from "./fence.ts";
import type { Block } from "./transcode/transcode.ts";
import type { Batch, Position, Range, Refused } from "./record.ts";

/** The event topics, as one member of a consumer group sees them. */
export interface EventLog {
  /** Each time the group gives this member partitions, a new assignment; the one before is over then. Ends after `stop`. */
  assignments(): AsyncIterable<Assignment>;
  /** What is fetched is still handed out, then the assignments end. */
  stop(): Promise<void>;
}

export interface Assignment {
  /** Counts this member's assignments, from 1. */
  readonly epoch: number;
  readonly positions: readonly Position[];
  /** Closed when the assignment is over. */
  readonly fence: Fence;
  /** Ends when the assignment is over. */
  batches(): AsyncIterable<Batch>;
  /** The group gives the partitions to nobody while this lasts. Undefined, and nothing is begun, where the assignment is over. */
  readonly whileOurs: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  /** Everything below the ranges is settled. False where the assignment is over: then nothing was committed. */
  commit(ranges: readonly Range[]): Promise<boolean>;
}

export interface EventStore {
  /** Offsets at or above the positions whose events are stored already. */
  storedOffsets(positions: readonly Position[]): Promise<StoredRange[]>;
  /** The ids of the stored events at these offsets, as text, by offset; both inclusive. */
  storedIds(range: StoredRange): Promise<ReadonlyMap<number, string>>;
  /**
   * True when the block is durable. The same token is stored once, however often it is sent. False where the fence was closed before that
   * was sure: the next owner asks what is stored. Throws RefusedByStore for what is in the block, else only what no repetition can mend.
   */
  insert(block: Block, fence: Fence): Promise<boolean>;
}

export interface StoredRange {
  topic: string;
  partition: number;
  /** Both inclusive. */
  first: number;
  last: number;
}

/** Who started something, and the e-mail that an event names for them. */
export interface Initiator {
  kind: string;
  id: string;
  email: string;
  /** Milliseconds UTC of that event: the latest e-mail is kept. */
  version: number;
}

/** Where a scope was when an event of it came: its organization and nearest folder, '' where there is none. */
export interface ScopePlace {
  scopeId: string;
  organizationId: string;
  folderId: string;
}

/** What the worker knows beyond an event's own words: '' where it does not. Never throws. */
export interface Enricher {
  /** False where the operator supplies no database of addresses: then nothing is known of any. */
  readonly knowsAddresses: boolean;
  location(address: string): Pick<Enrichment, "country" | "networkOperator">;
  /** Organization and nearest folder of a scope, itself included. */
  place(scopeType: string, scopeId: string): Pick<Enrichment, "organizationId" | "folderId">;
  /** Grows when an answer may be another one than before. */
  readonly version: number;
}

export interface DeadLetters {
  /** Returns when every one is acknowledged by all replicas. */
  send(refused: readonly Refused[]): Promise<void>;
}
