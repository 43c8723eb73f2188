// One record in full, as an object: for the few that are dead-lettered.
import type { FetchedRecord, RecordBatch } from "../record.ts";
import type { RecordIndex } from "./record-index.ts";
import { Cursor } from "./cursor.ts";

export function readRecord(batch: RecordBatch, index: RecordIndex, row: number): FetchedRecord {
  const { topic, partition, timestamp, isAppendTime } = batch;
  const records = index.cursor.bytes;
  const from = new Cursor();
  from.over(records);
  from.at = index.start(row);
  from.end = records.length;
  from.end = from.length() + from.at;
  from.advance(1);
  const delta = from.long();
  from.long();
  const key = nullable(from);
  const value = nullable(from);
  return {
    topic,
    partition,
    offset: index.offset(row),
    timestamp: isAppendTime ? timestamp : timestamp + delta,
    key,
    value,
    headers: headersOf(from),
  };
}

function nullable(from: Cursor): Buffer | null {
  const length = from.long();
  if (length < 0) return null;
  const bytes = Buffer.from(from.bytes.subarray(from.at, from.at + length));
  from.at += length;
  return bytes;
}

/** As many as there are up to where they are cut: a record that is refused must not be refused for its headers. */
function headersOf(from: Cursor): FetchedRecord["headers"] {
  const headers = new Map<string, Buffer[]>();
  try {
    for (let count = from.long(); count > 0 && from.at < from.end; count--) {
      const name = (nullable(from) ?? Buffer.alloc(0)).toString();
      headers.set(name, [...(headers.get(name) ?? []), nullable(from) ?? Buffer.alloc(0)]);
    }
  } catch {
    return Object.fromEntries(headers);
  }
  return Object.fromEntries(headers);
}
