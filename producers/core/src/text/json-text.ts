// A free-form part (parameters, body, result) as JSON text of bounded size, secrets redacted.
import type { Truncation } from "@audit-log/schemas";
import { cutUtf8, utf8Bytes } from "./cut.ts";
import type { JsonKeys } from "./json-key.ts";
import { JsonWriter } from "./json-writer.ts";

/**
 * JSON text of at most `maxBytes` UTF-8 bytes. A longer one is cut, is then no longer valid JSON, and is marked; the mark's
 * originalBytes is the size of the whole text, secrets behind the cut included: a lower bound, because what lies there is hardly looked at.
 * Never throws: what cannot be written is {"unserializable":"why"} in its place.
 */
export function jsonText(value: unknown, part: string, maxBytes: number, marks: Truncation[], keys: JsonKeys): string {
  const writer = new JsonWriter(maxBytes, keys);
  writer.write(value);
  const text = writer.take();
  const kept = cutUtf8(text, maxBytes);
  if (writer.full || kept.length < text.length)
    marks.push({ part, originalBytes: utf8Bytes(text) + writer.bytesBehind });
  return kept;
}
