// What record() answers at once, and what becomes of the event later, as a value.

/** Why an event was not delivered. */
export type Undelivered =
  /** The input is not a valid event; `message` names the field. */
  | "refused"
  /** The buffer had no room: the broker has been away for too long, or is too slow. */
  | "buffer-full"
  /** The broker will never take this event. */
  | "rejected"
  /** The recorder was closed before the event was sent. */
  | "closed"
  /** The recorder was closed while the event was under way: it may or may not be stored. */
  | "unconfirmed";

export type DeliveryResult =
  /** All in-sync replicas have it. An offset of -1n: the broker had it already and no longer knows where. */
  { ok: true; topic: string; partition: number; offset: bigint } | { ok: false; reason: Undelivered; message: string };

export interface Delivery {
  /** The event's id (UUIDv7). */
  readonly id: string;
  /** Settles once the event is acknowledged or given up; never rejects, may be ignored. */
  readonly delivered: Promise<DeliveryResult>;
}

/** A delivery whose promise exists only for those who ask: most callers never do. */
export class PendingDelivery implements Delivery {
  readonly #id: () => string;
  #result: DeliveryResult | undefined;
  #promise: Promise<DeliveryResult> | undefined;
  #resolve: ((result: DeliveryResult) => void) | undefined;

  constructor(id: () => string) {
    this.#id = id;
  }

  get id(): string {
    return this.#id();
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

  settle(result: DeliveryResult): void {
    this.#result = result;
    this.#resolve?.(result);
  }
}
