// The time that ages are judged by: the highest that was ever seen, so that a clock that steps back neither expires an entry nor brings
// one back. While the clock is behind, age stands still: entries live longer, none shorter. A clock that jumps ahead is believed.

export class SpoolClock {
  readonly #now: () => number;
  #highest = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes note of a time on this clock, such as that of a stored entry. */
  see(time: number): void {
    this.#highest = Math.max(this.#highest, time);
  }

  read(): number {
    this.see(this.#now());
    return this.#highest;
  }

  /** A caller's time on this clock: what was recorded just now is new, even if the wall clock is behind what it was. */
  stamp(time: number): number {
    const now = this.#now();
    this.see(now);
    return Math.min(this.#highest, time + (this.#highest - now));
  }
}
