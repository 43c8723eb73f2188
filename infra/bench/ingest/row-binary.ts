// Rows of the events table in ClickHouse's RowBinary: value after value, little endian, texts with their length before them.
import {
  BOUNDARY,
  ENTRY_PARTS,
  SEARCHED_PARTS,
  SEPARATOR,
  columns,
  storedFields,
  type Column,
  type StoredEvent,
} from "@audit-log/schemas";

const MOST_BYTES_OF_VARINT = 10;
/** A UTF-16 unit takes at most three bytes, so up to this length a text's byte count fits one varint byte. */
const SHORT_TEXT = 42;
/** An entry's length is known behind it: its varint has always so many bytes. */
const LENGTH_BYTES = 4;

const fields = new Map(storedFields.map((field) => [field.name, field]));
const parts = ENTRY_PARTS.map((part) => {
  const field = fields.get(part);
  if (field === undefined) throw new Error(`an event has no ${part}`);
  return field;
});

export class RowBinary {
  #buffer: Buffer;
  #end = 0;

  constructor(initialBytes: number) {
    this.#buffer = Buffer.allocUnsafe(initialBytes);
  }

  reset(): void {
    this.#end = 0;
  }

  /** A view, valid until the next row. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#end);
  }

  row(stored: StoredEvent): void {
    for (const column of columns) this.#value(column, stored);
  }

  #value(column: Column, stored: StoredEvent): void {
    switch (column.type) {
      case "String":
      case "LowCardinality(String)":
        return this.#text(column.value(stored));
      case "UUID":
        return this.#uuid(column.value(stored));
      case "DateTime64(3, 'UTC')":
      case "UInt64":
        return this.#int64(column.value(stored));
      case "Int32":
        this.#end = this.#room(4).writeInt32LE(column.value(stored), this.#end);
        return;
      case "UInt32":
        this.#end = this.#room(4).writeUInt32LE(column.value(stored), this.#end);
        return;
      case "Bytes":
        return this.#entry(stored);
    }
  }

  /** As `entryText` makes it, without a buffer for each part. */
  #entry(stored: StoredEvent): void {
    const start = this.#end;
    this.#room(LENGTH_BYTES);
    this.#end += LENGTH_BYTES;
    for (const [index, field] of parts.entries()) {
      const text = String(field.value(stored));
      const buffer = this.#room(text.length * 3 + 3);
      if (index === SEARCHED_PARTS.length) {
        buffer[this.#end++] = SEPARATOR;
        buffer[this.#end++] = BOUNDARY;
      }
      if (index > 0) buffer[this.#end++] = SEPARATOR;
      this.#end += buffer.write(text, this.#end);
    }
    let rest = this.#end - start - LENGTH_BYTES;
    for (let at = start; at < start + LENGTH_BYTES - 1; at++, rest >>>= 7) this.#buffer[at] = (rest & 127) | 128;
    this.#buffer[start + LENGTH_BYTES - 1] = rest;
  }

  #text(text: string): void {
    const buffer = this.#room(text.length * 3 + MOST_BYTES_OF_VARINT);
    if (text.length <= SHORT_TEXT) {
      const bytes = buffer.write(text, this.#end + 1);
      buffer[this.#end] = bytes;
      this.#end += bytes + 1;
      return;
    }
    let rest = Buffer.byteLength(text);
    for (; rest > 127; rest >>>= 7) buffer[this.#end++] = (rest & 127) | 128;
    buffer[this.#end++] = rest;
    this.#end += buffer.write(text, this.#end);
  }

  /** Two halves of 64 bits, each little endian. */
  #uuid(id: Buffer): void {
    const buffer = this.#room(16);
    for (let index = 0; index < 8; index++) {
      buffer[this.#end + index] = id[7 - index] ?? 0;
      buffer[this.#end + 8 + index] = id[15 - index] ?? 0;
    }
    this.#end += 16;
  }

  /** Exact within ±2^53. */
  #int64(value: number): void {
    const buffer = this.#room(8);
    const high = Math.floor(value / 2 ** 32);
    buffer.writeUInt32LE(value - high * 2 ** 32, this.#end);
    buffer.writeInt32LE(high, this.#end + 4);
    this.#end += 8;
  }

  #room(bytes: number): Buffer {
    if (this.#end + bytes > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#end + bytes, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, this.#end);
      this.#buffer = larger;
    }
    return this.#buffer;
  }
}
