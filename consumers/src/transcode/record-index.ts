// Where the records of an unpacked batch are: Kafka's framing (record format 2), walked once and proved whole before anything is read.
import { HEADER_BYTES, MalformedAvro } from "@audit-log/schemas";
import type { RecordBatch } from "../record.ts";
import { Cursor } from "./cursor.ts";

/** Cells per record: where the record begins, where its value does, and how long that is (-1: null). */
const WIDTH = 3;

export class RecordIndex {
  count = 0;
  readonly cursor = new Cursor();
  #cells = new Int32Array(WIDTH * 1024);
  #offsets = new Float64Array(1024);

  /** `records`: unpacked. Answers what is wrong where the records are not what their batch says: then nothing in it can be told apart. */
  read(records: Buffer, { count, baseOffset }: Pick<RecordBatch, "count" | "baseOffset">): string | undefined {
    // Not what it says but what is there: a record takes at least seven bytes.
    if (count < 0 || count > records.length) return `${count} records in ${records.length} bytes`;
    if (this.#offsets.length < count) {
      this.#cells = new Int32Array(WIDTH * count);
      this.#offsets = new Float64Array(count);
    }
    this.count = count;
    const { cursor } = this;
    cursor.over(records);
    cursor.at = 0;
    try {
      for (let row = 0; row < count; row++) this.#readRecord(row, records.length, baseOffset);
    } catch (cause) {
      if (cause instanceof MalformedAvro) return `a record is not whole: ${cause.message}`;
      throw cause;
    }
    return cursor.at === records.length ? undefined : `${records.length - cursor.at} bytes follow the records`;
  }

  offset(row: number): number {
    return this.#offsets[row] ?? 0;
  }

  start(row: number): number {
    return this.#cells[row * WIDTH] ?? 0;
  }

  valueStart(row: number): number {
    return this.#cells[row * WIDTH + 1] ?? 0;
  }

  /** -1: there is no value. */
  valueLength(row: number): number {
    return this.#cells[row * WIDTH + 2] ?? 0;
  }

  /** A view of it; there must be one. */
  value(row: number): Buffer {
    return this.cursor.bytes.subarray(this.valueStart(row), this.valueStart(row) + this.valueLength(row));
  }

  /** Of a value that is framed as the registry's clients do; undefined where it is not. */
  schemaId(row: number): number | undefined {
    const start = this.valueStart(row);
    const { bytes, view } = this.cursor;
    return this.valueLength(row) >= HEADER_BYTES && bytes[start] === 0 ? view.getInt32(start + 1) : undefined;
  }

  #readRecord(row: number, allBytes: number, baseOffset: number): void {
    const { cursor } = this;
    const cell = row * WIDTH;
    this.#cells[cell] = cursor.at;
    cursor.end = allBytes;
    cursor.end = cursor.length() + cursor.at;
    cursor.advance(1); // attributes
    cursor.long(); // timestamp delta
    this.#offsets[row] = baseOffset + cursor.long();
    const key = cursor.long();
    cursor.at += Math.max(0, key);
    const value = cursor.long();
    this.#cells[cell + 1] = cursor.at;
    this.#cells[cell + 2] = value;
    if (cursor.at + Math.max(0, value) > cursor.end) throw new MalformedAvro("a value longer than its record");
    // Headers are read where a record is dead-lettered, and nowhere else.
    cursor.at = cursor.end;
  }
}
