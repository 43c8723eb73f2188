// What is fetched of one partition and not settled, for as long as it is not: how old the oldest of it is.
import type { FetchedBatch } from "../record.ts";

interface Waiting {
  nextOffset: number;
  timestamp: number;
}

export class Unsettled {
  #waiting: Waiting[] = [];

  /** In the order of their offsets. */
  add(batches: readonly FetchedBatch[]): void {
    for (const { nextOffset, timestamp } of batches)
      // Kafka's -1: the producer gave none.
      if (timestamp >= 0) this.#waiting.push({ nextOffset, timestamp });
  }

  /** Everything below the offset is settled. */
  settle(offset: number): void {
    const first = this.#waiting.findIndex(({ nextOffset }) => nextOffset > offset);
    this.#waiting = first < 0 ? [] : this.#waiting.slice(first);
  }

  /** Kafka's timestamp, milliseconds UTC. Undefined where nothing waits. */
  oldest(): number | undefined {
    if (this.#waiting.length === 0) return undefined;
    return this.#waiting.reduce((least, { timestamp }) => Math.min(least, timestamp), Infinity);
  }
}
