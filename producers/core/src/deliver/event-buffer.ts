// Events that are in nobody's keeping but ours, bounded by count and bytes: the one place where their end is told.
import { Generations } from "../wait/generations.ts";
import type { DeliveryResult, PendingDelivery } from "./delivery.ts";
import { OutgoingEvent, type OutgoingEventParts } from "./outgoing-event.ts";

export interface BufferLimits {
  maxEvents: number;
  /** Encoded bytes. */
  maxBytes: number;
}

export class EventBuffer {
  events = 0;
  bytes = 0;
  readonly #limits: BufferLimits;
  readonly #generations = new Generations();

  constructor(limits: BufferLimits) {
    this.#limits = limits;
  }

  /** More than half of the room is taken. */
  get isCrowded(): boolean {
    return this.events * 2 > this.#limits.maxEvents || this.bytes * 2 > this.#limits.maxBytes;
  }

  /** Undefined where there is no room. */
  add(parts: OutgoingEventParts, delivery: PendingDelivery): OutgoingEvent | undefined {
    if (this.events >= this.#limits.maxEvents || this.bytes + parts.value.length > this.#limits.maxBytes)
      return undefined;
    this.events++;
    this.bytes += parts.value.length;
    const event = new OutgoingEvent(parts);
    event.awaitedBy(delivery, this.#generations.enter());
    return event;
  }

  /** The first end of an event counts: its room is free again, and those who wait for it go on. */
  settle(event: OutgoingEvent, result: DeliveryResult): void {
    const generation = event.tell(result);
    if (generation === undefined) return;
    this.events--;
    this.bytes -= event.value.length;
    this.#generations.leave(generation);
  }

  /** Resolves when everything added before the call is settled. */
  drained(): Promise<void> {
    return this.#generations.close();
  }
}
