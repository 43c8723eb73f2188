// An event between record() and its end: in memory, under way to the broker, in the spool, or in two of these at once.
import { type DomainName, HEADER_BYTES, uuidText } from "@audit-log/schemas";
import type { Generation } from "../wait/generations.ts";
import type { DeliveryResult, PendingDelivery } from "./delivery.ts";

/** `buffered`: memory, the spool while the broker is away. `durable`: the same, soon on disk. `strict`: the broker or an error. */
export type DeliveryMode = "buffered" | "durable" | "strict";

export interface OutgoingEventParts {
  domain: DomainName;
  /** Scope id. */
  key: string;
  /** Framed Avro; the schema's id is written in when it goes to its lane. */
  value: Buffer;
  eventName: string;
  mode: DeliveryMode;
}

const ID_BYTES = 16;

export class OutgoingEvent implements OutgoingEventParts {
  readonly domain: DomainName;
  readonly key: string;
  readonly value: Buffer;
  readonly eventName: string;
  readonly mode: DeliveryMode;
  /** Monotonic milliseconds: since when it waits. */
  readonly since = performance.now();
  /** Its place in the topic's spool, where it has one. */
  position: number | undefined;
  /** The broker has it, or will never take it: the spool need not keep it. */
  isOver = false;
  #delivery: PendingDelivery | undefined;
  #generation: Generation | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor({ domain, key, value, eventName, mode }: OutgoingEventParts) {
    this.domain = domain;
    this.key = key;
    this.value = value;
    this.eventName = eventName;
    this.mode = mode;
  }

  /** The envelope's first field. */
  get id(): Buffer {
    return this.value.subarray(HEADER_BYTES, HEADER_BYTES + ID_BYTES);
  }

  get idText(): string {
    return uuidText(this.id);
  }

  /** Somebody still waits for its end: it is in nobody's keeping but ours. */
  get isWaiting(): boolean {
    return this.#delivery !== undefined;
  }

  awaitedBy(delivery: PendingDelivery, generation: Generation): void {
    this.#delivery = delivery;
    this.#generation = generation;
  }

  /** Calls `late` where nobody was told the end by then. */
  limit(milliseconds: number, late: () => void): void {
    this.#timer = setTimeout(late, milliseconds);
  }

  /** Tells whoever waits; answers with the generation it leaves, undefined where the end was told before. */
  tell(result: DeliveryResult): Generation | undefined {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    const delivery = this.#delivery;
    const generation = this.#generation;
    this.#delivery = undefined;
    this.#generation = undefined;
    delivery?.settle(result);
    return generation;
  }
}
