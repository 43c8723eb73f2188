// Request headers as a bounded map of text, secrets redacted: credentials and cookies by name, the rest by shape.
import { MAX_PART_BYTES, type Truncation } from "@audit-log/schemas";
import { isPlain, look } from "../privacy/look.ts";
import { LOOKAHEAD } from "../privacy/redact-text.ts";
import { REDACTED } from "../privacy/secret-names.ts";
import { cutUtf8, utf8Bytes } from "../text/cut.ts";
import { fieldsOf, hasEntries } from "../text/json-content.ts";
import type { JsonKeys } from "../text/json-key.ts";
import { redactContent } from "../text/json-writer.ts";
import type { RequestInput } from "./event-input.ts";

const LONGEST_NAME = 256;
/** Of those behind the cut; the rest is not even counted. */
const MAX_COUNTED = 10_000;
/** An eighth of what is kept, in characters: of at most three bytes each, and redacted ones never grow as much. */
const SMALL = MAX_PART_BYTES / 8;
/** What Avro adds for the lengths. */
const BYTES_PER_HEADER = 4;

/** Together at most 64 KiB of names and values; the first that does not fit is cut, those behind it are only counted, with one mark. */
export function boundedHeaders(
  headers: NonNullable<RequestInput["headers"]>,
  marks: Truncation[],
  keys: JsonKeys,
): Record<string, string> {
  const pairs = pairsOf(headers);
  if (isSmall(pairs)) return smallHeaders(pairs, keys);
  const kept: [string, string][] = [];
  let room = MAX_PART_BYTES;
  let originalBytes = 0;
  let complete = true;
  let counted = 0;
  for (const [name, value] of pairs) {
    if (value === undefined || value === null) continue;
    if (room <= 0) {
      complete = false;
      if (counted++ >= MAX_COUNTED) break;
      originalBytes += name.length + (typeof value === "string" ? value.length : 0);
      continue;
    }
    const text = textOf(value);
    originalBytes += utf8Bytes(name) + (text.length > MAX_PART_BYTES ? text.length : utf8Bytes(text));
    const key = cutUtf8(keys.redacted(name.slice(0, LONGEST_NAME)), Math.max(0, room)).toWellFormed();
    const redacted = keys.isSecretPair(name, text) ? REDACTED : redactContent(text.slice(0, room + LOOKAHEAD), keys);
    const rest = cutUtf8(redacted, Math.max(0, room - utf8Bytes(key))).toWellFormed();
    kept.push([key, rest]);
    if (name.length > LONGEST_NAME || rest.length < redacted.length || text.length > room + LOOKAHEAD) complete = false;
    room = complete ? room - utf8Bytes(key) - utf8Bytes(rest) - BYTES_PER_HEADER : 0;
  }
  if (!complete) marks.push({ part: "request.headers", originalBytes });
  return Object.fromEntries(kept);
}

/** So little text that nothing is cut, whatever it is made of and however much longer redaction makes it: then nothing need be counted. */
function isSmall(pairs: readonly [string, unknown][]): pairs is [string, string][] {
  let characters = 0;
  for (const [name, value] of pairs) {
    if (typeof value !== "string" || name.length > LONGEST_NAME) return false;
    characters += name.length + value.length;
  }
  return characters <= SMALL;
}

/** In the place of what they were. */
function smallHeaders(pairs: [string, string][], keys: JsonKeys): Record<string, string> {
  for (const pair of pairs) {
    const [name, text] = pair;
    pair[0] = keys.redacted(name);
    if (keys.isSecretPair(name, text)) pair[1] = REDACTED;
    else {
      const seen = look(text);
      if (!isPlain(seen)) pair[1] = redactContent(text, keys, seen).toWellFormed();
    }
  }
  return Object.fromEntries(pairs);
}

/** Also of Headers and the like, which have no keys of their own, and of rawHeaders: name, value, name, value. */
function pairsOf(headers: object): [string, unknown][] {
  if (Array.isArray(headers) && headers.every((item) => typeof item === "string"))
    return headers.flatMap((name, index): [string, unknown][] => (index % 2 === 0 ? [[name, headers[index + 1]]] : []));
  const pairs = Object.entries(headers);
  return pairs.length === 0 && hasEntries(headers) ? Object.entries(fieldsOf(headers)) : pairs;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : "";
}
