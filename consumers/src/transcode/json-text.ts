// The JSON texts of the events in a table, one behind the other.
import { MalformedAvro } from "@audit-log/schemas";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { Cursor } from "./cursor.ts";
import type { WriteJson } from "./json.ts";

const EMPTY_JSON = 2;

/** Returns the length of the text; nothing is written for an empty object or list. */
export function writeJson(write: WriteJson | undefined, from: Cursor, to: ByteBuffer): number {
  if (write === undefined) throw new MalformedAvro("union branch out of range");
  const start = to.end;
  write(from, to);
  const length = to.end - start;
  if (length !== EMPTY_JSON) return length;
  to.end = start;
  return 0;
}
