// Stops the worker when nothing but refusals comes, thousands in a row: that is more likely a bug of ours than bad data, and what is not
// committed stays in Kafka. One event that can be stored sets it back.
import type { Refused } from "../record.ts";

/** So many records in a row could not become events. */
export class TooManyRefused extends Error {
  override readonly name = "TooManyRefused";
}

export class Breaker {
  readonly #limit: number;
  #inARow = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `rows`: stored, by domain. Throws TooManyRefused before these are dead-lettered. */
  judge(rows: ReadonlyMap<string, number>, refused: readonly Refused[]): void {
    const isStored = [...rows.values()].some((count) => count > 0);
    this.#inARow = isStored ? 0 : this.#inARow + refused.length;
    if (this.#inARow <= this.#limit) return;
    const reasons = [...new Set(refused.map(({ reason }) => reason))].join(", ");
    throw new TooManyRefused(
      `${this.#inARow} records in a row could not become events (${reasons}): nothing is committed`,
    );
  }
}
