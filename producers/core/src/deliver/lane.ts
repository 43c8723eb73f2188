// One partition of one topic: its events in order, and the batch under way. A batch that may have been stored is sent again as it is,
// never cut anew: only so can the broker tell that it has it already (idempotent producer, sequence per batch).
import type { OutgoingEvent } from "./outgoing-event.ts";

export interface BatchLimits {
  maxEvents: number;
  /** Encoded bytes before compression; the broker's message.max.bytes, 1 MiB by default, bounds a batch. */
  maxBytes: number;
}

export class Lane {
  readonly topic: string;
  readonly partition: number;
  /** Failed sends in a row. */
  failures = 0;
  /** Monotonic milliseconds before which nothing is sent. */
  pausedUntil = 0;
  /** Monotonic milliseconds: when a batch's end was last known; -Infinity: never. */
  lastEnd = Number.NEGATIVE_INFINITY;
  #queue: OutgoingEvent[] = [];
  /** Batches that are already cut: the one under way, or the halves of a refused one. */
  #cut: OutgoingEvent[][] = [];
  #attempted = false;
  /** Somebody waits for one of its events: a strict or a durable one. */
  #isAwaited = false;

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  get empty(): boolean {
    return this.#cut.length === 0 && this.#queue.length === 0;
  }

  get queued(): number {
    return this.#queue.length;
  }

  /** Nobody waits, and nothing is cut yet: its events may wait for company. */
  get mayWait(): boolean {
    return this.#cut.length === 0 && !this.#isAwaited;
  }

  /** The event whose turn it is. */
  get first(): OutgoingEvent | undefined {
    return this.#cut[0]?.[0] ?? this.#queue[0];
  }

  push(event: OutgoingEvent): void {
    if (event.mode !== "buffered") this.#isAwaited = true;
    this.#queue.push(event);
  }

  /** The batch to send now: the same one until it is done or halved. Empty where there is none. */
  batch(limits: BatchLimits): readonly OutgoingEvent[] {
    if (this.#cut.length === 0 && this.#queue.length > 0) this.#cut.push(this.#take(limits));
    const [batch = []] = this.#cut;
    this.#attempted = batch.length > 0;
    return batch;
  }

  #take(limits: BatchLimits): OutgoingEvent[] {
    let bytes = 0;
    const end = this.#queue.findIndex((event, index) => {
      bytes += event.value.length;
      return index >= limits.maxEvents || (index > 0 && bytes > limits.maxBytes);
    });
    const batch = this.#queue.splice(0, end < 0 ? this.#queue.length : end);
    if (this.#queue.length === 0) this.#isAwaited = false;
    return batch;
  }

  /** The batch's end is known. */
  done(): void {
    this.#cut.shift();
    this.#attempted = false;
    this.failures = 0;
    this.lastEnd = performance.now();
  }

  /** The broker refused the batch and stored nothing of it: its halves are sent one after the other. */
  halve(): void {
    const [batch = [], ...rest] = this.#cut;
    const middle = Math.ceil(batch.length / 2);
    this.#attempted = false;
    this.#cut = [batch.slice(0, middle), batch.slice(middle), ...rest];
  }

  /** What is cut into batches and stays here: it may be stored already. */
  get underWay(): OutgoingEvent[] {
    return this.#cut.flat();
  }

  /** Takes out what is not cut into batches yet and `wanted`. */
  takeQueued(wanted: (event: OutgoingEvent) => boolean): OutgoingEvent[] {
    const taken = this.#queue.filter(wanted);
    this.#queue = this.#queue.filter((event) => !wanted(event));
    return taken;
  }

  /** Takes everything out. `underWay` was sent at least once and may be stored. */
  clear(): { underWay: OutgoingEvent[]; waiting: OutgoingEvent[] } {
    const underWay = this.#attempted ? (this.#cut.shift() ?? []) : [];
    const waiting = [...this.#cut.splice(0).flat(), ...this.#queue.splice(0)];
    this.#attempted = false;
    return { underWay, waiting };
  }
}
