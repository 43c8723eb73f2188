// Which entries are acknowledged: all below `prefix`, and some above it, in any order.
import { Positions } from "./positions.ts";

const TIDY = 32_768;

export class Acknowledged {
  /** The first position that is not acknowledged. */
  prefix: number;
  readonly #above = new Positions();

  constructor(prefix: number) {
    this.prefix = prefix;
  }

  has(position: number): boolean {
    return position < this.prefix || this.#above.has(position);
  }

  /** False where it was acknowledged before. */
  add(position: number): boolean {
    if (this.has(position)) return false;
    if (position > this.prefix) {
      this.#above.add(position);
      return true;
    }
    do {
      this.prefix++;
      if (this.prefix % TIDY === 0) this.#above.dropBelow(this.prefix);
    } while (this.#above.has(this.prefix));
    return true;
  }
}
