// Short byte strings, each with a number: the keys of a LowCardinality column, or what is known about a name. Finds them without making
// a string: a hash over the bytes, then the bytes themselves.
import { randomInt } from "node:crypto";
import type { Cursor } from "./cursor.ts";
import { ByteBuffer } from "./byte-buffer.ts";

const INITIAL_SLOTS = 64;
const ENTRY = 3;
/** More than these were needed once, for something unusual. */
const KEPT_SLOTS = 4096;

export class Dictionary {
  /** Every key, each behind its length: as a column of strings is written. */
  readonly keys = new ByteBuffer();
  size = 0;
  /** Bytes of the longest key. */
  longest = 0;
  /** Per slot the key's number plus one; 0: free. */
  #slots = new Int32Array(INITIAL_SLOTS);
  /** Per key its hash, where it starts and its length, side by side: looking at a key is looking at one place. */
  #entries = new Int32Array(ENTRY * INITIAL_SLOTS);
  /** What was looked up lately, by a glance at it: a number plus one; 0: none. */
  readonly #recent = new Int32Array(GLANCES);

  clear(): void {
    this.keys.end = 0;
    this.size = 0;
    this.longest = 0;
    if (this.#slots.length > KEPT_SLOTS) this.#slots = new Int32Array(INITIAL_SLOTS);
    else this.#slots.fill(0);
    if (this.#entries.length > ENTRY * KEPT_SLOTS) this.#entries = new Int32Array(ENTRY * INITIAL_SLOTS);
    this.#recent.fill(0);
  }

  /** The number of these bytes, which are added where they are new. */
  numberOf(source: Bytes, start: number, length: number): number {
    const glance = glanceAt(source, start, length);
    const recent = (this.#recent[glance] ?? 0) - 1;
    if (recent >= 0 && this.is(recent, source, start, length)) return recent;
    const number = this.#find(source, start, length);
    this.#recent[glance] = number + 1;
    return number;
  }

  #find(source: Bytes, start: number, length: number): number {
    const hash = hashOf(source, start, length);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0) return this.#add(hash, slot, source, start, length);
      if (this.#entries[known * ENTRY] === hash && this.is(known, source, start, length)) return known;
    }
  }

  /** Of a text that is no part of a record batch. */
  numberOfText(text: string): number {
    const bytes = Buffer.from(text);
    return this.numberOf({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) }, 0, bytes.length);
  }

  textOf(number: number): string {
    const start = this.startOf(number);
    return this.keys.bytes.toString("utf8", start, start + this.lengthOf(number));
  }

  /** Where the key is in `keys`. */
  startOf(number: number): number {
    return this.#entries[number * ENTRY + 1] ?? 0;
  }

  lengthOf(number: number): number {
    return this.#entries[number * ENTRY + 2] ?? 0;
  }

  /** Whether the key is these bytes. */
  is(number: number, { bytes, view }: Bytes, start: number, length: number): boolean {
    if (this.#entries[number * ENTRY + 2] !== length) return false;
    const own = this.keys;
    const from = this.#entries[number * ENTRY + 1] ?? 0;
    let index = 0;
    for (; index + 4 <= length; index += 4)
      if (own.view.getInt32(from + index) !== view.getInt32(start + index)) return false;
    for (; index < length; index++) if (own.bytes[from + index] !== bytes[start + index]) return false;
    return true;
  }

  #add(hash: number, slot: number, source: Bytes, start: number, length: number): number {
    const number = this.size++;
    this.longest = Math.max(this.longest, length);
    this.keys.varint(length);
    const entry = number * ENTRY;
    this.#entries[entry] = hash;
    this.#entries[entry + 1] = this.keys.end;
    this.#entries[entry + 2] = length;
    this.keys.reserve(length);
    this.keys.copy(source.bytes, source.view, start, length);
    this.#slots[slot] = number + 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = (this.#entries[number * ENTRY] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
    const entries = new Int32Array(ENTRY * slots.length);
    entries.set(this.#entries);
    this.#entries = entries;
  }
}

type Bytes = Pick<Cursor, "bytes" | "view">;

const GLANCES = 128;

/** From the length and both ends: enough to tell the usual few apart, and who chooses texts that look alike only makes the glance useless. */
function glanceAt({ bytes, view }: Bytes, start: number, length: number): number {
  if (length < 4) return (length + (bytes[start] ?? 0)) & (GLANCES - 1);
  const ends = view.getInt32(start) ^ Math.imul(view.getInt32(start + length - 4) ^ length, 0x9e37_79b1);
  return Math.imul(ends, 0x85eb_ca6b) >>> 25;
}

/** Of this process: nobody outside can choose keys that all fall into one slot. */
const SEED = randomInt(2 ** 31);

function hashOf({ bytes, view }: Bytes, start: number, length: number): number {
  let hash = SEED ^ length;
  let at = start;
  for (const end = start + length - 3; at < end; at += 4) hash = mix(hash, view.getInt32(at));
  for (const end = start + length; at < end; at++) hash = mix(hash, bytes[at] ?? 0);
  return hash;
}

function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e37_79b1);
  return product ^ (product >>> 15);
}
