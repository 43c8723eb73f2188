// The values of a row on the wire as JavaScript's, for those who need them so.
import { emptyRow, storedTimeOf, type EntryRow } from "../query/entry-row.ts";
import { placed, placeOf } from "./columns.ts";
import type { RowReader } from "./row-reader.ts";

const ID = placeOf("event_id");
const TIMES: ReadonlySet<number> = new Set([placeOf("event_time"), placeOf("received_time")]);

/** What is not there is as it is in an empty row. */
export function rowOf(reader: RowReader): EntryRow {
  const row = { ...emptyRow };
  placed.forEach((column, place) => {
    const value = valueAt(reader, place);
    if (value !== "") row[column] = value;
  });
  return row;
}

export function valueAt(reader: RowReader, place: number): string {
  const { bytes, starts, ends } = reader;
  const start = starts[place] ?? 0;
  if (place === ID) return uuidAt(bytes, start);
  if (TIMES.has(place)) return storedTimeOf(Number(bytes.readBigInt64LE(start)));
  return bytes.toString("utf8", start, ends[place]);
}

/** Two numbers of 64 bits, each of them little endian. */
export function uuidAt(bytes: Buffer, start: number): string {
  const hex = [bytes.readBigUInt64LE(start), bytes.readBigUInt64LE(start + 8)]
    .map((half) => half.toString(16).padStart(16, "0"))
    .join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
