// The values of a row on the wire as JavaScript's, for those who need them so.
import { emptyRow, entryColumns, storedTimeOf, type EntryRow } from "../../query/entry-row.ts";
import { placeOf } from "./columns.ts";
import type { RowReader } from "./row-reader.ts";

const ID = placeOf("event_id");
const TIMES: ReadonlySet<number> = new Set([placeOf("event_time"), placeOf("received_time")]);
const STATUS = placeOf("status_code");
const SEQUENCE = placeOf("producer_sequence");

/** As the store's own queries show it. */
export function rowOf(reader: RowReader): EntryRow {
  const row = { ...emptyRow };
  entryColumns.forEach((column, place) => {
    row[column] = valueAt(reader, place);
  });
  return row;
}

export function valueAt(reader: RowReader, place: number): string {
  const { bytes, starts, ends } = reader;
  const start = starts[place] ?? 0;
  if (place === ID) return uuidAt(bytes, start);
  if (TIMES.has(place)) return storedTimeOf(Number(bytes.readBigInt64LE(start)));
  if (place === STATUS) return String(bytes.readInt32LE(start));
  if (place === SEQUENCE) return String(bytes.readBigUInt64LE(start));
  return bytes.toString("utf8", start, ends[place]);
}

/** Two numbers of 64 bits, each of them little endian. */
export function uuidAt(bytes: Buffer, start: number): string {
  const hex = [bytes.readBigUInt64LE(start), bytes.readBigUInt64LE(start + 8)]
    .map((half) => half.toString(16).padStart(16, "0"))
    .join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
