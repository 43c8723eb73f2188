// Writes any JavaScript value as JSON text: redacts, stops at a size and survives whatever it meets, in one walk.
// JSON.stringify can do none of the three: it throws on cycles, BigInt and faulty getters, and writes ten megabytes to keep 64 KiB.
import { isLabelItem, isLabelledSecret } from "../privacy/labels.ts";
import { MAY } from "../privacy/look-tables.ts";
import { isPlain, look, lookAndWrite, mayHoldSecret, SECRET } from "../privacy/look.ts";
import { LOOKAHEAD, redactText } from "../privacy/redact-text.ts";
import { isSecretName, isTokenLike, REDACTED } from "../privacy/secret-names.ts";
import { BoundedText } from "./bounded-text.ts";
import { type Content, contentOf, FAULT, hasNoJson, plainNames, read } from "./json-content.ts";
import { LONGEST_KEPT_KEY, type JsonKeys } from "./json-key.ts";

const MAX_DEPTH = 64;
/** A longer text that holds JSON is looked through as text only. */
const LONGEST_PARSED = 64 * 1024;
const BEGINS_JSON = /^\s{0,8}[{[]/;
/** Longer ones are better written by one call. */
const SHORT = 256;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

export class JsonWriter extends BoundedText {
  /** Something was a secret. */
  redacted = false;
  /** Of the text that was written last: see look(). */
  #seen = 0;
  readonly #keys: JsonKeys;
  readonly #ancestors: object[] = [];

  /** `limit` in characters; the text may run over it by LOOKAHEAD. */
  constructor(limit: number, keys: JsonKeys) {
    super(limit);
    this.#keys = keys;
  }

  /** What JSON has no text for is null. */
  write(value: unknown): void {
    if (typeof value === "string") this.#string(value);
    else if (typeof value === "object" && value !== null) this.#container(value);
    else if (typeof value === "bigint") this.emit(`"${value}"`);
    else if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
      this.emitShort(String(value));
    else if (value === FAULT) this.#unserializable("reading it threw");
    else this.emitShort("null");
  }

  #string(value: string): void {
    if (this.full) this.bytesBehind += value.length;
    else if (value.length <= SHORT && value.length <= this.room) this.#shortString(value);
    else if (value.length <= this.room + LOOKAHEAD || maybeJson(value)) this.#wholeString(value, look(value));
    else {
      const beginning = value.slice(0, this.room + LOOKAHEAD);
      this.emit(JSON.stringify(redactText(beginning)));
      this.stop();
      this.bytesBehind += value.length - beginning.length;
    }
  }

  /** Most texts are as they are in JSON, and are written while they are looked at. */
  #shortString(value: string): void {
    const bytes = this.space(value.length + 2);
    const { end } = this;
    const seen = lookAndWrite(value, bytes, end + 1);
    if (!isPlain(seen)) return this.#wholeString(value, seen);
    this.#seen = seen;
    bytes[end] = QUOTE;
    bytes[end + 1 + value.length] = QUOTE;
    return this.advance(value.length + 2);
  }

  #wholeString(value: string, seen: number): void {
    this.#seen = seen;
    const text = mayHoldSecret(value, seen) || seen & MAY.NEED_ESCAPE ? redactContent(value, this.#keys, seen) : value;
    if (text !== value) this.redacted = true;
    this.emit(text === value && !(seen & MAY.NEED_ESCAPE) ? `"${text}"` : JSON.stringify(text));
  }

  #container(value: object): void {
    const ancestors = this.#ancestors;
    for (const ancestor of ancestors) if (ancestor === value) return this.#unserializable("cycle");
    if (ancestors.length >= MAX_DEPTH) return this.#unserializable(`nested deeper than ${MAX_DEPTH}`);
    ancestors.push(value);
    const names = plainNames(value);
    if (names === undefined) this.#content(contentOf(value));
    else this.#fields(value, names);
    ancestors.pop();
    return undefined;
  }

  #content(content: Content): void {
    if (content.kind === "list") this.#list(content.items, content.length);
    else if (content.kind === "fields") this.#fields(content.object, content.names);
    else if (content.kind === "plain") this.write(content.value);
    else this.#unserializable(content.why);
  }

  #list(items: readonly unknown[], length: number): void {
    this.emitByte(OPEN_LIST);
    let labelled = false;
    for (let index = 0; index < length && this.mayGoOn(); index++) {
      if (index > 0) this.emitByte(COMMA);
      const item = read(items, index);
      const secret: boolean = labelled && this.#hide(item);
      if (!secret) this.write(item);
      labelled = !secret && !this.full && typeof item === "string" && (this.#seen & SECRET) !== 0 && isLabelItem(item);
    }
    this.emitByte(CLOSE_LIST);
  }

  #fields(object: object, names: readonly string[]): void {
    let separator = OPEN_OBJECT;
    for (const name of names) {
      if (!this.mayGoOn()) break;
      const value = read(object, name);
      if (hasNoJson(value)) continue;
      const secret = this.#key(separator, name, value, object, names);
      separator = COMMA;
      if (!secret || !this.#hide(value)) this.write(value);
    }
    if (separator === OPEN_OBJECT) this.emitByte(OPEN_OBJECT);
    this.emitByte(CLOSE_OBJECT);
  }

  /** Null and booleans say something and give nothing away: those are not hidden. */
  #hide(value: unknown): boolean {
    if (value === null || typeof value === "boolean") return false;
    this.redacted = true;
    this.emit(`"${REDACTED}"`);
    return true;
  }

  /** Says whether the value is a secret; behind the cut that is not asked any more. */
  #key(separator: number, name: string, value: unknown, object: object, names: readonly string[]): boolean {
    if (this.full || this.room === 0) {
      this.emitByte(separator);
      this.bytesBehind += name.length;
      return false;
    }
    if (name.length > LONGEST_KEPT_KEY) {
      this.emitByte(separator);
      this.#string(name);
      this.emit(":");
      return isSecretName(name);
    }
    const key = this.#keys.of(name);
    if (key.bytes === undefined) {
      this.emitByte(separator);
      this.emit(key.text);
    } else this.emitBytes(separator, key.bytes);
    if (key.secret || (key.ambiguous && isTokenLike(value))) return true;
    return key.labelled && isLabelledSecret(name, names, (label) => read(object, label));
  }

  #unserializable(why: string): void {
    this.emit(`{"unserializable":"${why}"}`);
  }
}

const maybeJson = (text: string): boolean => text.length <= LONGEST_PARSED && BEGINS_JSON.test(text);

/** A text with its secrets redacted; where it is JSON, by the rules of JSON. Without a secret it stays as it is written. */
export function redactContent(text: string, keys: JsonKeys, seen = look(text)): string {
  if (!mayHoldSecret(text, seen) || !maybeJson(text)) return redactText(text, seen);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return redactText(text);
  }
  // Each level of JSON in JSON at least doubles its backslashes, so that this ends soon.
  const writer = new JsonWriter(Number.POSITIVE_INFINITY, keys);
  writer.write(parsed);
  // The regexes also see what parsing drops: a key that comes twice.
  const written = writer.take();
  return writer.redacted ? written : redactText(text);
}
