// Writes any JavaScript value as JSON text: redacts, stops at a size and survives whatever it meets, in one walk.
// JSON.stringify can do none of the three: it throws on cycles, BigInt and faulty getters, and writes ten megabytes to keep 64 KiB.
import { isLabelItem, isLabelledSecret } from "../privacy/labels.ts";
import { look, MAY, mayHoldSecret } from "../privacy/look.ts";
import { LOOKAHEAD, redactText } from "../privacy/redact-text.ts";
import { isSecretName, isTokenLike, REDACTED } from "../privacy/secret-names.ts";
import { BoundedText } from "./bounded-text.ts";
import { contentOf, FAULT, hasNoJson, read } from "./json-content.ts";
import { LONGEST_KEPT_KEY, type JsonKeys } from "./json-key.ts";

const MAX_DEPTH = 64;
/** A longer text that holds JSON is looked through as text only. */
const LONGEST_PARSED = 64 * 1024;
const BEGINS_JSON = /^\s{0,8}[{[]/;

export class JsonWriter extends BoundedText {
  /** Something was a secret. */
  redacted = false;
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
      this.emit(String(value));
    else if (value === FAULT) this.#unserializable("reading it threw");
    else this.emit("null");
  }

  #string(value: string): void {
    const room = this.room + LOOKAHEAD;
    if (this.full) this.bytesBehind += value.length;
    else if (value.length <= room || maybeJson(value)) {
      const seen = look(value);
      const text =
        mayHoldSecret(value, seen) || seen & MAY.NEED_ESCAPE ? redactContent(value, this.#keys, seen) : value;
      if (text !== value) this.redacted = true;
      // Most texts are as they are in JSON: looking whether they are is faster than JSON.stringify.
      this.emit(text === value && !(seen & MAY.NEED_ESCAPE) ? `"${text}"` : JSON.stringify(text));
    } else {
      const beginning = value.slice(0, room);
      this.emit(JSON.stringify(redactText(beginning)));
      this.stop();
      this.bytesBehind += value.length - beginning.length;
    }
  }

  #container(value: object): void {
    if (this.#ancestors.includes(value)) return this.#unserializable("cycle");
    if (this.#ancestors.length >= MAX_DEPTH) return this.#unserializable(`nested deeper than ${MAX_DEPTH}`);
    this.#ancestors.push(value);
    const content = contentOf(value);
    if (content.kind === "list") this.#list(content.items, content.length);
    else if (content.kind === "fields") this.#fields(content.object, content.names);
    else if (content.kind === "plain") this.write(content.value);
    else this.#unserializable(content.why);
    this.#ancestors.pop();
    return undefined;
  }

  #list(items: readonly unknown[], length: number): void {
    this.emit("[");
    let labelled = false;
    for (let index = 0; index < length && this.mayGoOn(); index++) {
      if (index > 0) this.emit(",");
      const item = read(items, index);
      const secret: boolean = labelled && this.#hide(item);
      if (!secret) this.write(item);
      labelled = !secret && !this.full && isLabelItem(item);
    }
    this.emit("]");
  }

  #fields(object: object, names: readonly string[]): void {
    let separator = "{";
    for (const name of names) {
      if (!this.mayGoOn()) break;
      const value = read(object, name);
      if (hasNoJson(value)) continue;
      this.emit(separator);
      separator = ",";
      const secret = this.#key(name, value, object, names);
      if (!secret || !this.#hide(value)) this.write(value);
    }
    this.emit(separator === "{" ? "{}" : "}");
  }

  /** Null and booleans say something and give nothing away: those are not hidden. */
  #hide(value: unknown): boolean {
    if (value === null || typeof value === "boolean") return false;
    this.redacted = true;
    this.emit(`"${REDACTED}"`);
    return true;
  }

  /** Says whether the value is a secret; behind the cut that is not asked any more. */
  #key(name: string, value: unknown, object: object, names: readonly string[]): boolean {
    if (this.full) {
      this.bytesBehind += name.length;
      return false;
    }
    if (name.length > LONGEST_KEPT_KEY) {
      this.#string(name);
      this.emit(":");
      return isSecretName(name);
    }
    const key = this.#keys.of(name);
    this.emit(key.text);
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
  return writer.redacted ? writer.text : redactText(text);
}
