// Writes any JavaScript value as JSON text: redacts, stops at a size and survives whatever it meets, in one walk.
// JSON.stringify can do none of the three: it throws on cycles, BigInt and faulty getters, and writes ten megabytes to keep 64 KiB.
import { utf8Bytes } from "./cut.ts";
import { contentOf, FAULT, hasNoJson, jsonBytes, read, valueIsSecret } from "./json-content.ts";
import { LONGEST_KEPT_KEY, type JsonKeys } from "./json-key.ts";
import { LOOKAHEAD, redactText } from "./redact-text.ts";
import { isSecretName, REDACTED } from "./secret-names.ts";

const MAX_DEPTH = 64;
/** More than 64 KiB of JSON can hold, and a bound on the time spent measuring what lies behind the cut. */
const MAX_VALUES = 50_000;

export class JsonWriter {
  text = "";
  /** Nothing is written any more, only measured. */
  full = false;
  /** UTF-8 bytes of what was not written. */
  bytesBehind = 0;
  readonly #limit: number;
  readonly #keys: JsonKeys;
  readonly #ancestors: object[] = [];
  #valuesLeft = MAX_VALUES;

  /** `limit` in characters; the text may run over it by LOOKAHEAD. */
  constructor(limit: number, keys: JsonKeys) {
    this.#limit = limit;
    this.#keys = keys;
  }

  /** What JSON has no text for is null. */
  write(value: unknown): void {
    if (typeof value === "string") this.#string(value);
    else if (typeof value === "object" && value !== null) this.#container(value);
    else if (typeof value === "bigint") this.#emit(`"${value}"`);
    else if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
      this.#emit(String(value));
    else if (value === FAULT) this.#unserializable("reading it threw");
    else this.#emit("null");
  }

  #emit(text: string): void {
    if (this.full) {
      this.bytesBehind += utf8Bytes(text);
      return;
    }
    this.text += text;
    if (this.text.length > this.#limit) this.full = true;
  }

  #string(value: string): void {
    const room = this.#limit - this.text.length + LOOKAHEAD;
    if (this.full) this.bytesBehind += jsonBytes(value);
    else if (value.length <= room) this.#emit(JSON.stringify(redactText(value)));
    else {
      const beginning = value.slice(0, room);
      this.#emit(JSON.stringify(redactText(beginning)));
      this.full = true;
      this.bytesBehind += jsonBytes(value) - jsonBytes(beginning);
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
    this.#emit("[");
    for (let index = 0; index < length && this.#mayGoOn(); index++) {
      if (index > 0) this.#emit(",");
      this.write(read(items, index));
    }
    this.#emit("]");
  }

  #fields(object: object, names: readonly string[]): void {
    let separator = "{";
    for (const name of names) {
      if (!this.#mayGoOn()) break;
      const value = read(object, name);
      if (hasNoJson(value)) continue;
      this.#emit(separator);
      separator = ",";
      const secret = this.#key(name) || (name === "value" && !this.full && valueIsSecret(object));
      if (secret && value !== null && typeof value !== "boolean") this.#emit(`"${REDACTED}"`);
      else this.write(value);
    }
    this.#emit(separator === "{" ? "{}" : "}");
  }

  /** Says whether the key names a secret; behind the cut that is not asked any more. */
  #key(name: string): boolean {
    if (this.full) {
      this.bytesBehind += jsonBytes(name) + 1;
      return false;
    }
    if (name.length > LONGEST_KEPT_KEY) {
      this.#string(name);
      this.#emit(":");
      return isSecretName(name);
    }
    const key = this.#keys.of(name);
    this.#emit(key.text);
    return key.secret;
  }

  /** Out of values: the rest is not even measured. */
  #mayGoOn(): boolean {
    if (this.#valuesLeft > 0) this.#valuesLeft--;
    else this.full = true;
    return this.#valuesLeft > 0;
  }

  #unserializable(why: string): void {
    this.#emit(`{"unserializable":"${why}"}`);
  }
}
