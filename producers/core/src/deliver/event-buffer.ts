// Events between record() and acknowledgement, bounded by count and bytes: the one place where they wait, and where their end is told.
import type { DomainName } from "@audit-log/schemas";
import { Generations, type Generation } from "../wait/generations.ts";
import type { DeliveryResult, PendingDelivery } from "./delivery.ts";

export interface BufferedEvent {
  readonly domain: DomainName;
  /** Scope id. */
  readonly key: string;
  /** Framed Avro; the schema's id is written in when the topic opens. */
  readonly value: Buffer;
  readonly eventName: string;
  readonly delivery: PendingDelivery;
  readonly generation: Generation;
}

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

  /** Undefined where there is no room. */
  add(event: Omit<BufferedEvent, "generation">): BufferedEvent | undefined {
    if (this.events >= this.#limits.maxEvents || this.bytes + event.value.length > this.#limits.maxBytes)
      return undefined;
    this.events++;
    this.bytes += event.value.length;
    return { ...event, generation: this.#generations.enter() };
  }

  /** The event's end, whatever it is: its room is free again, and those who wait for it go on. */
  settle(event: BufferedEvent, result: DeliveryResult): void {
    this.events--;
    this.bytes -= event.value.length;
    event.delivery.settle(result);
    this.#generations.leave(event.generation);
  }

  /** Resolves when everything added before the call is settled. */
  drained(): Promise<void> {
    return this.#generations.close();
  }
}
