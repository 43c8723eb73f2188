// A column of JSON text while it is filled: each text behind its length, which is known last.
import { MalformedAvro } from "@audit-log/schemas";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { Cursor } from "./cursor.ts";
import type { WriteJson } from "./json.ts";

const LENGTH_BYTES = 2;
const SHORT_JSON = 0x4000;
const EMPTY_JSON = 2;

/** JSON text behind its length; nothing for an empty object or list. */
export function writeJson(write: WriteJson | undefined, from: Cursor, to: ByteBuffer | undefined): void {
  if (write === undefined || to === undefined) throw new MalformedAvro("union branch out of range");
  const start = to.end;
  to.reserve(LENGTH_BYTES);
  to.end += LENGTH_BYTES;
  write(from, to);
  const length = to.end - start - LENGTH_BYTES;
  if (length === EMPTY_JSON) {
    to.end = start;
    to.byte(0);
  } else if (length < SHORT_JSON) {
    // Two bytes also where one would do: the length is known last, and a varint may be longer than it must.
    to.bytes[start] = (length & 0x7f) | 0x80;
    to.bytes[start + 1] = length >>> 7;
  } else {
    const text = Buffer.from(to.bytes.subarray(start + LENGTH_BYTES, to.end));
    to.end = start;
    to.varint(length);
    to.raw(text);
  }
}
