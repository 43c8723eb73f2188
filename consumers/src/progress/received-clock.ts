// The times at which events were received, which readers by arrival go by: given out so that they never go back, not even behind what another
// worker promised, and remembered until the batch is settled. One per assignment; it costs the fast path a number per batch.

export class ReceivedClock {
  readonly #now: () => number;
  #last: number;
  /** Of the batches that were begun and are not settled, in their order. */
  readonly #underWay: number[] = [];

  /** `now`: milliseconds UTC, of a clock that may be behind others, or be set back. `floor`: no event is received before it. */
  constructor(now: () => number, floor: number) {
    this.#now = now;
    this.#last = floor;
  }

  /** When the events of the batch that is begun now were received. */
  begin(): number {
    const time = this.#tick();
    this.#underWay.push(time);
    return time;
  }

  /** The batch that was begun before all others is stored or dead-lettered. */
  settled(): void {
    this.#underWay.shift();
  }

  /** Whatever was received before it is settled, and nothing will be received before it any more. */
  settledUntil(): number {
    return this.#underWay[0] ?? this.#tick();
  }

  #tick(): number {
    this.#last = Math.max(this.#last, this.#now());
    return this.#last;
  }
}
