// What record() answers at once, and what becomes of the event later, as a value.
import { uuidText } from "@audit-log/schemas";

/** Why an event was not delivered. */
export type Undelivered =
  /** The input is not a valid event; `message` names the field. */
  | "refused"
  /** The buffer had no room: the broker has been away for too long, or is too slow, and the spool took no more. */
  | "buffer-full"
  /** The broker will never take this event. */
  | "rejected"
  /** A strict event that was not acknowledged in time and never sent: it is not stored. */
  | "timeout"
  /** The recorder was closed before the event was sent. */
  | "closed"
  /** Sent, but not acknowledged in time or before the recorder was closed: it may or may not be stored. */
  | "unconfirmed"
  /** It waited in the spool for longer than the spool keeps events. */
  | "expired"
  /** The spool's file was damaged. */
  | "damaged";

/** All in-sync replicas have it. An offset of -1n: the broker had it already and no longer knows where. */
export interface StoredInTopic {
  ok: true;
  stored: "topic";
  topic: string;
  partition: number;
  offset: bigint;
}

/** It is on disk (fsync) and goes to the broker as soon as that is back, also from another process after a crash. */
export interface StoredInSpool {
  ok: true;
  stored: "spool";
}

export type Stored = StoredInTopic | StoredInSpool;
export type DeliveryResult = Stored | { ok: false; reason: Undelivered; message: string };

export interface Delivery {
  /** The event's id (UUIDv7). */
  readonly id: string;
  /** Settles once the event is acknowledged, on disk in the spool, or given up; never rejects, may be ignored. */
  readonly delivered: Promise<DeliveryResult>;
}

/** What durable() and strict() reject with. */
export class NotRecorded extends Error {
  override readonly name = "NotRecorded";
  readonly id: string;
  readonly reason: Undelivered;

  constructor(id: string, reason: Undelivered, message: string) {
    super(`audit event ${id} is not recorded: ${reason}: ${message}`);
    this.id = id;
    this.reason = reason;
  }

  /** It was sent and not acknowledged: the log may show it although it counts as not recorded. */
  get mayBeStored(): boolean {
    return this.reason === "unconfirmed";
  }
}

/** A delivery whose promise exists only for those who ask: most callers never do. */
export class PendingDelivery implements Delivery {
  readonly #id: Buffer;
  #result: DeliveryResult | undefined;
  #promise: Promise<DeliveryResult> | undefined;
  #resolve: ((result: DeliveryResult) => void) | undefined;

  constructor(id: Buffer) {
    this.#id = id;
  }

  get id(): string {
    return uuidText(this.#id);
  }

  get delivered(): Promise<DeliveryResult> {
    this.#promise ??=
      this.#result === undefined
        ? new Promise((resolve) => {
            this.#resolve = resolve;
          })
        : Promise.resolve(this.#result);
    return this.#promise;
  }

  /** Rejects with NotRecorded where `delivered` says that it was not. */
  async orThrow(): Promise<Stored> {
    const result = await this.delivered;
    if (result.ok) return result;
    throw new NotRecorded(this.id, result.reason, result.message);
  }

  settle(result: DeliveryResult): void {
    this.#result = result;
    this.#resolve?.(result);
  }
}
