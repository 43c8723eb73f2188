// The bytes that all segments of the folder may take together.
import { SpoolFull } from "./faults.ts";

export class Room {
  readonly #maxBytes: number;
  #used = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get used(): number {
    return this.#used;
  }

  /** Counts what is there anyway, even beyond the bound. */
  count(bytes: number): void {
    this.#used += bytes;
  }

  has(bytes: number): boolean {
    return this.#used + bytes <= this.#maxBytes;
  }

  /** Throws SpoolFull. */
  take(bytes: number): void {
    if (!this.has(bytes))
      throw new SpoolFull(`${this.#used} of ${this.#maxBytes} bytes are in use, ${bytes} more do not fit`);
    this.#used += bytes;
  }

  give(bytes: number): void {
    this.#used -= bytes;
  }
}
