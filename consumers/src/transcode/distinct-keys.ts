// That no key of a map comes twice, without making strings of the keys: a few are compared one by one, many through a dictionary.
import { MalformedAvro } from "@audit-log/schemas";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";

const FEW = 16;

export class DistinctKeys {
  readonly #starts = new Int32Array(FEW);
  readonly #lengths = new Int32Array(FEW);
  readonly #many = new Dictionary();
  #count = 0;

  clear(): void {
    if (this.#many.size > 0) this.#many.clear();
    this.#count = 0;
  }

  /** The key at the cursor. Throws MalformedAvro where it was there before. */
  add(from: Cursor, length: number): void {
    const count = this.#count++;
    if (count < FEW) {
      for (let index = 0; index < count; index++)
        if (this.#lengths[index] === length && areEqual(from.bytes, this.#starts[index] ?? 0, from.at, length)) twice();
      this.#starts[count] = from.at;
      this.#lengths[count] = length;
      return;
    }
    if (count === FEW)
      for (let index = 0; index < FEW; index++)
        this.#many.numberOf(from, this.#starts[index] ?? 0, this.#lengths[index] ?? 0);
    if (this.#many.numberOf(from, from.at, length) < count) twice();
  }
}

function areEqual(bytes: Buffer, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}

function twice(): never {
  throw new MalformedAvro("a key twice");
}
