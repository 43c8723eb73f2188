// Request headers as a bounded map of text, secrets redacted: credentials and cookies by name, the rest by shape.
import { MAX_PART_BYTES, type Truncation } from "@audit-log/schemas";
import { cutUtf8, utf8Bytes } from "./cut.ts";
import type { RequestInput } from "./event-input.ts";
import type { JsonKeys } from "./json-key.ts";
import { LOOKAHEAD, redactText } from "./redact-text.ts";
import { REDACTED } from "./secret-names.ts";

const LONGEST_NAME = 256;
/** What Avro adds for the lengths. */
const BYTES_PER_HEADER = 4;

/** Together at most 64 KiB of names and values; the first that does not fit is cut, those behind it are left out, with one mark. */
export function boundedHeaders(
  headers: NonNullable<RequestInput["headers"]>,
  marks: Truncation[],
  keys: JsonKeys,
): Record<string, string> {
  const kept: [string, string][] = [];
  let room = MAX_PART_BYTES;
  let originalBytes = 0;
  let complete = true;
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    originalBytes += utf8Bytes(name) + utf8Bytes(text);
    const key = cutUtf8(name.slice(0, LONGEST_NAME), Math.max(0, room)).toWellFormed();
    const redacted = keys.isSecret(name) ? REDACTED : redactText(text.slice(0, room + LOOKAHEAD));
    const rest = cutUtf8(redacted, Math.max(0, room - utf8Bytes(key))).toWellFormed();
    if (room > 0) kept.push([key, rest]);
    if (key.length < name.length || rest.length < redacted.length || text.length > room + LOOKAHEAD) complete = false;
    room = complete ? room - utf8Bytes(key) - utf8Bytes(rest) - BYTES_PER_HEADER : 0;
  }
  if (!complete) marks.push({ part: "request.headers", originalBytes });
  return Object.fromEntries(kept);
}
