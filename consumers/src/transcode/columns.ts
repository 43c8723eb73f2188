// The columns of a block while it is filled, each as ClickHouse's Native format has it: see native-frame.ts for the frame around them.
import type { Cursor } from "./cursor.ts";
import { ByteBuffer } from "./byte-buffer.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, ROWS } from "./event-table.ts";

/** Strings, or numbers of a fixed width: their bytes one after the other. */
export class PlainColumn {
  readonly data = new ByteBuffer();

  clear(): void {
    this.data.end = 0;
  }

  mark(): number {
    return this.data.end;
  }

  back(mark: number): void {
    this.data.end = mark;
  }

  parts(): Buffer[] {
    return [this.data.written()];
  }
}

/** The states of ClickHouse's LowCardinality serialization: keys come with the block, and are all of them. */
const VERSION = 1n;
const KEYS_WITH_THE_BLOCK = 0x600n;

/** Few different strings: a dictionary, and per row the number of its key. */
export class WordColumn {
  readonly dictionary = new Dictionary();
  #rows = 0;
  #numbers = new Uint32Array(1024);

  clear(): void {
    this.dictionary.clear();
    this.#rows = 0;
  }

  mark(): number {
    return this.#rows;
  }

  /** A key that nobody uses any more does no harm. */
  back(mark: number): void {
    this.#rows = mark;
  }

  /** The same key for so many rows. */
  repeat(number: number, rows: number): void {
    this.reserve(rows);
    this.#numbers.fill(number, this.#rows, this.#rows + rows);
    this.#rows += rows;
  }

  /** Room must be reserved. */
  push(number: number): void {
    this.#numbers[this.#rows++] = number;
  }

  /** One per row. */
  pushAll(numbers: Int32Array): void {
    this.reserve(numbers.length);
    this.#numbers.set(numbers, this.#rows);
    this.#rows += numbers.length;
  }

  reserve(rows: number): void {
    const needed = this.#rows + rows;
    if (needed <= this.#numbers.length) return;
    const larger = new Uint32Array(Math.max(needed, this.#numbers.length * 2));
    larger.set(this.#numbers.subarray(0, this.#rows));
    this.#numbers = larger;
  }

  /** The numbers of the last rows, as a view: valid until there are more. */
  last(rows: number): Uint32Array {
    return this.#numbers.subarray(this.#rows - rows, this.#rows);
  }

  /** Per row. */
  texts(): string[] {
    const keys = Array.from({ length: this.dictionary.size }, (_, number) => this.dictionary.textOf(number));
    return Array.from(this.#numbers.subarray(0, this.#rows), (number) => keys[number] ?? "");
  }

  parts(): Buffer[] {
    const { size, keys } = this.dictionary;
    const numbers = this.#numbers.subarray(0, this.#rows);
    const [width, indexes] =
      size <= 0x100
        ? [0n, new Uint8Array(numbers)]
        : size <= 0x1_0000
          ? [1n, new Uint16Array(numbers)]
          : [2n, new Uint32Array(numbers)];
    const head = Buffer.alloc(24);
    head.writeBigUInt64LE(VERSION, 0);
    head.writeBigUInt64LE(KEYS_WITH_THE_BLOCK | width, 8);
    head.writeBigUInt64LE(BigInt(size), 16);
    const rows = Buffer.alloc(8);
    rows.writeBigUInt64LE(BigInt(this.#rows));
    return [head, keys.written(), rows, Buffer.from(indexes.buffer, indexes.byteOffset, indexes.byteLength)];
  }
}

/** The texts of one leaf, one per row, whose cells begin at `place` (event-table.ts). Returns what was written. */
export function appendTexts(column: PlainColumn, source: Cursor, { cells, rows }: EventTable, place: number): Buffer {
  const { data } = column;
  const before = data.end;
  const lengths = place + ROWS;
  let bytes = 0;
  for (let row = 0; row < rows; row++) bytes += cells[lengths + row] ?? 0;
  data.reserve(bytes + rows * MAX_LENGTH_BYTES);
  if (bytes === 0) {
    data.bytes.fill(0, before, before + rows);
    data.end += rows;
    return EMPTY;
  }
  for (let row = 0; row < rows; row++) {
    const length = cells[lengths + row] ?? 0;
    if (length < 0x80) data.byte(length);
    else data.varint(length);
    data.copy(source.bytes, source.view, cells[place + row] ?? 0, length);
  }
  return data.bytes.subarray(before, data.end);
}

/** Returns all keys. */
export function appendWords(column: WordColumn, source: Cursor, { cells, rows }: EventTable, place: number): Buffer {
  const { dictionary } = column;
  column.reserve(rows);
  for (let row = 0; row < rows; row++)
    column.push(dictionary.numberOf(source, cells[place + row] ?? 0, cells[place + ROWS + row] ?? 0));
  return dictionary.keys.written();
}

/** An event has at most 256 KiB. */
const MAX_LENGTH_BYTES = 3;
const EMPTY = Buffer.alloc(0);
