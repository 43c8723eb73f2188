// The event's typed part, copied at once so that the caller may go on changing it; secrets redacted, bounded so that an event always fits.
import type { Truncation } from "@audit-log/schemas";
import { isPlain, look } from "../privacy/look.ts";
import { LOOKAHEAD } from "../privacy/redact-text.ts";
import { REDACTED } from "../privacy/secret-names.ts";
import { cutUtf8, utf8Bytes } from "../text/cut.ts";
import type { JsonKeys } from "../text/json-key.ts";
import { jsonText } from "../text/json-text.ts";
import { redactContent } from "../text/json-writer.ts";

/** Leaves room in an event for everything else that is never cut to nothing: headers, names, texts. */
export const MAX_DETAILS_BYTES = 96 * 1024;

/** Shorter texts stay when there is no room any more: a record has few of them, and one may be the symbol of an enum. */
const SHORT = 64;
/** No record has so many fields: it is a map, and may lose its end. */
const MAP = 64;
/** The most that Avro needs for a number, or for the length of a text. */
const BYTES_PER_VALUE = 10;
const MAX_DEPTH = 32;

/**
 * The same shape, so that the schema still judges it: where there is too much, texts are shortened, lists and maps lose their ends,
 * and a mark "details" says so. Throws what a getter throws, and RangeError where no schema could describe the value.
 */
export function copyDetails(details: object, marks: Truncation[], keys: JsonKeys): object {
  const copy = new DetailsCopy(keys);
  const copied = copy.fields(details, 0);
  if (copy.cut) jsonText(details, "details", 0, marks, keys);
  return copied;
}

class DetailsCopy {
  cut = false;
  #room = MAX_DETAILS_BYTES;
  readonly #keys: JsonKeys;

  constructor(keys: JsonKeys) {
    this.#keys = keys;
  }

  #value(value: unknown, name: string, depth: number): unknown {
    this.#room -= BYTES_PER_VALUE;
    if (typeof value === "string") return this.#text(value, name);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
    if (depth >= MAX_DEPTH || this.#room < -MAX_DETAILS_BYTES) throw new RangeError("nested without end");
    return Array.isArray(value) ? this.#list(value, name, depth) : this.fields(value, depth);
  }

  fields(object: object, depth: number): object {
    const copied: Record<string, unknown> = {};
    const names = Object.keys(object);
    let count = 0;
    for (const name of names) {
      if (count++ >= MAP && this.#room <= 0) {
        this.cut = true;
        break;
      }
      this.#room -= name.length;
      copied[name] = this.#value((object as Readonly<Record<string, unknown>>)[name], name, depth + 1);
    }
    return copied;
  }

  #list(items: readonly unknown[], name: string, depth: number): unknown[] {
    const copied: unknown[] = [];
    for (const item of items) {
      if (this.#room <= 0) {
        this.cut = true;
        break;
      }
      copied.push(this.#value(item, name, depth + 1));
    }
    return copied;
  }

  #text(text: string, name: string): string {
    if (text !== "" && this.#keys.isSecretPair(name, text)) return REDACTED;
    const room = Math.max(this.#room, SHORT);
    if (text.length <= room && isPlain(look(text))) {
      this.#room -= text.length;
      return text;
    }
    const seen = text.length > room + LOOKAHEAD ? text.slice(0, room + LOOKAHEAD) : text;
    const redacted = redactContent(seen, this.#keys);
    const kept = cutUtf8(redacted, room);
    if (kept.length < redacted.length || seen.length < text.length) this.cut = true;
    this.#room -= utf8Bytes(kept);
    return kept.toWellFormed();
  }
}
