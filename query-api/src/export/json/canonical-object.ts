// Whether a free-form part may be copied: a JSON object that JSON.stringify(JSON.parse(…)) would write byte by byte as it stands.
// It is strict: what it does not know it refuses, and who asks then takes the way through JavaScript's values.
import { isPlain, viewOf } from "./byte-writer.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const LOWER_U = 0x75;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** free-form.ts shows as text what nests deeper than 200. */
const MOST_DEPTH = 64;
/** Of all objects that are open, together. */
const MOST_KEYS = 512;
/** Keys of one object are compared with each other. */
const MOST_SIBLINGS = 64;
/** So many digits survive the way through a double. */
const MOST_DIGITS = 15;
/** A double below 0.000001 is written with an exponent. */
const MOST_ZEROS = 6;

/** Bytes that may stand in a JSON text as they are. */
const PLAIN = new Uint8Array(256).map((_none, byte) => Number(byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH));
const SHORT_ESCAPES: ReadonlySet<number> = new Set(Buffer.from('"\\bfnrt'));
/** Control characters that have no short escape, as four lower-case digits. */
const LONG_ESCAPES: ReadonlySet<string> = new Set(
  Array.from({ length: 0x20 }, (_none, code) => JSON.stringify(String.fromCharCode(code)))
    .filter((text) => text.startsWith('"\\u'))
    .map((text) => text.slice(3, 7)),
);
const WORDS = ["true", "false", "null"].map((word) => Buffer.from(word));

export class CanonicalObject {
  /** Of the outermost object: keys without their quotes, and values, as places in the bytes. */
  readonly keyStarts = new Int32Array(MOST_KEYS);
  readonly keyEnds = new Int32Array(MOST_KEYS);
  readonly valueStarts = new Int32Array(MOST_SIBLINGS);
  readonly valueEnds = new Int32Array(MOST_SIBLINGS);
  keys = 0;

  #bytes: Buffer = Buffer.alloc(0);
  #view = viewOf(this.#bytes);
  #at = 0;
  #until = 0;

  /** `view`: of the same bytes. */
  read(bytes: Buffer, view: DataView, start: number, until: number): boolean {
    this.#bytes = bytes;
    this.#view = view;
    this.#at = start;
    this.#until = until;
    this.keys = 0;
    return bytes[start] === OPEN && this.#object(0, 1) && this.#at === until;
  }

  /** `first`: where this object's keys begin among those of all that are open. */
  #object(first: number, depth: number): boolean {
    if (depth > MOST_DEPTH) return false;
    const bytes = this.#bytes;
    this.#at += 1;
    if (bytes[this.#at] === CLOSE) {
      this.#at += 1;
      return true;
    }
    for (let key = first; ; key += 1) {
      if (key - first >= MOST_SIBLINGS || key >= MOST_KEYS || bytes[this.#at] !== QUOTE) return false;
      const start = this.#at + 1;
      if (!this.#text()) return false;
      this.keyStarts[key] = start;
      this.keyEnds[key] = this.#at - 1;
      // Keys that look like numbers come first, whatever their order was.
      if (isDigit(bytes[start] ?? 0) || this.#isKnown(first, key) || bytes[this.#at] !== COLON) return false;
      this.#at += 1;
      const value = this.#at;
      if (!this.#value(key + 1, depth)) return false;
      if (depth === 1) {
        this.valueStarts[key] = value;
        this.valueEnds[key] = this.#at;
        this.keys = key + 1;
      }
      const next = bytes[this.#at++];
      if (next === CLOSE) return this.#at <= this.#until;
      if (next !== COMMA) return false;
    }
  }

  #isKnown(first: number, key: number): boolean {
    const { keyStarts, keyEnds } = this;
    const start = keyStarts[key] ?? 0;
    const length = (keyEnds[key] ?? 0) - start;
    for (let other = first; other < key; other += 1) {
      const from = keyStarts[other] ?? 0;
      if ((keyEnds[other] ?? 0) - from !== length) continue;
      let same = 0;
      while (same < length && this.#bytes[from + same] === this.#bytes[start + same]) same += 1;
      if (same === length) return true;
    }
    return false;
  }

  #list(free: number, depth: number): boolean {
    if (depth > MOST_DEPTH) return false;
    const bytes = this.#bytes;
    this.#at += 1;
    if (bytes[this.#at] === CLOSE_LIST) {
      this.#at += 1;
      return true;
    }
    for (;;) {
      if (!this.#value(free, depth)) return false;
      const next = bytes[this.#at++];
      if (next === CLOSE_LIST) return this.#at <= this.#until;
      if (next !== COMMA) return false;
    }
  }

  #value(free: number, depth: number): boolean {
    const byte = this.#bytes[this.#at] ?? 0;
    if (byte === QUOTE) return this.#text();
    if (byte === OPEN) return this.#object(free, depth + 1);
    if (byte === OPEN_LIST) return this.#list(free, depth + 1);
    if (byte === MINUS || isDigit(byte)) return this.#number();
    return WORDS.some((word) => this.#word(word));
  }

  #word(word: Buffer): boolean {
    for (let index = 0; index < word.length; index += 1)
      if (this.#bytes[this.#at + index] !== word[index]) return false;
    this.#at += word.length;
    return this.#at <= this.#until;
  }

  #text(): boolean {
    const bytes = this.#bytes;
    const view = this.#view;
    const until = this.#until;
    let at = this.#at + 1;
    for (;;) {
      while (at + 4 <= until && isPlain(view.getInt32(at, true))) at += 4;
      while (at < until && PLAIN[bytes[at] ?? 0] === 1) at += 1;
      if (at >= until) return false;
      const byte = bytes[at];
      at += 1;
      if (byte === QUOTE) break;
      if (byte !== BACKSLASH) return false;
      const escape = bytes[at] ?? 0;
      at += 1;
      if (SHORT_ESCAPES.has(escape)) continue;
      if (escape !== LOWER_U || !LONG_ESCAPES.has(bytes.toString("latin1", at, at + 4))) return false;
      at += 4;
    }
    this.#at = at;
    return at <= until;
  }

  #number(): boolean {
    const bytes = this.#bytes;
    const isNegative = bytes[this.#at] === MINUS;
    const start = isNegative ? this.#at + 1 : this.#at;
    const whole = this.#digits(start);
    let digits = whole - start;
    const isZero = bytes[start] === ZERO;
    if (digits === 0 || (isZero && digits > 1)) return false;
    let at = whole;
    if (bytes[at] === POINT) {
      at = this.#digits(whole + 1);
      const decimals = at - whole - 1;
      digits += decimals;
      if (decimals === 0 || bytes[at - 1] === ZERO || (isZero && decimals > MOST_ZEROS)) return false;
    } else if (isZero && isNegative) return false;
    this.#at = at;
    return digits <= MOST_DIGITS && at <= this.#until;
  }

  #digits(from: number): number {
    let at = from;
    while (at < this.#until && isDigit(this.#bytes[at] ?? 0)) at += 1;
    return at;
  }
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;
