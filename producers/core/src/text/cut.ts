// Cutting text to a size, on a character's boundary, with a mark that says so.
import { MAX_NAME_LENGTH, type Truncation } from "@audit-log/schemas";

export const utf8Bytes = (text: string): number => Buffer.byteLength(text, "utf8");

/** The longest beginning of the text that fits into so many UTF-8 bytes and ends with a whole character. */
export function cutUtf8(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes || utf8Bytes(text) <= maxBytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes));
  return text.slice(0, read);
}

/** A name, id or e-mail: at most 255 UTF-16 code units, half a surrogate pair replaced by U+FFFD. `original`: before anything in it was redacted. */
export function cutName(text: string, part: string, marks: Truncation[], original = text): string {
  if (text.length <= MAX_NAME_LENGTH) return text.toWellFormed();
  marks.push({ part, originalBytes: utf8Bytes(original) });
  const end = text.slice(0, MAX_NAME_LENGTH);
  const last = end.charCodeAt(MAX_NAME_LENGTH - 1);
  return (last >= 0xd800 && last <= 0xdbff ? end.slice(0, -1) : end).toWellFormed();
}
