// One look at each character of a text, which says what it may hold. Most texts hold nothing, and this look is all that they cost.
// Of each kind of secret it is known how it, or its name, begins: a text that holds no such three characters is not searched for it.
import { lookTables, MAY } from "./look-tables.ts";

// Constants of this module: what is imported would be fetched anew for every character.
const { ASCII, THREE, PAIR, CLASS_BITS, KIND, LAST_THREE, DIGIT, BEYOND_ASCII } = lookTables;

export const SECRET = MAY.NAME | MAY.ADDRESS | MAY.HOOK | MAY.KEY | MAY.TOKEN;
const NEEDS_CARE = MAY.BE_BEYOND_ASCII | MAY.NEED_ESCAPE;
const SHORTEST_SECRET = 5;
/** Of Base64 in both cases, and of a hash in one. */
const LONG_RUN = 24;
const VERY_LONG_RUN = 40;
/** As many as in host:port:database:user:password. */
const MANY_COLONS = 4;
const PLUS = 43;
const SLASH = 47;
const COLON = 58;
const SMALL_A = 97;
/** Where a text is written that is only looked at. */
const SCRATCH = new Uint8Array(4096);

/** Bits of MAY. */
export const look = (text: string): number =>
  text.length <= SCRATCH.length ? lookAndWrite(text, SCRATCH, 0) : lookAtCharacters(text);

/** Writes the text to `target` while it looks, which costs next to nothing. There it is of use only without MAY.BE_BEYOND_ASCII. */
export function lookAndWrite(text: string, target: Uint8Array, start: number): number {
  const { length } = text;
  let codes = 0;
  let alone = 0;
  let thirds = 0;
  let first = 0;
  let second = 0;
  let at = 0;
  // Two at a time: nothing has to be moved along.
  for (; at + 1 < length; at += 2) {
    const left = text.charCodeAt(at);
    const right = text.charCodeAt(at + 1);
    codes |= left | right;
    target[start + at] = left;
    target[start + at + 1] = right;
    const one = ASCII[left & 127]!;
    const other = ASCII[right & 127]!;
    alone |= one | other;
    const third = one & KIND;
    const fourth = other & KIND;
    thirds |= (PAIR[(first << CLASS_BITS) | second]! >>> third) | (PAIR[(second << CLASS_BITS) | third]! >>> fourth);
    first = third;
    second = fourth;
  }
  if (at < length) {
    const last = text.charCodeAt(at);
    codes |= last;
    target[start + at] = last;
    alone |= ASCII[last & 127]!;
    thirds |= PAIR[(first << CLASS_BITS) | second]! >>> (ASCII[last & 127]! & KIND);
  }
  if (codes > 127) return lookAtCharacters(text);
  let seen = alone >> CLASS_BITS;
  if (thirds & 1) seen |= threesIn(target, start, start + length);
  if (length >= LONG_RUN && hasLongRun(target, start, start + length)) seen |= MAY.TOKEN;
  if (seen & MAY.COLON && colonsIn(target, start, start + length) >= MANY_COLONS) seen |= MAY.ADDRESS;
  return withAddress(seen);
}

function threesIn(bytes: Uint8Array, from: number, to: number): number {
  let seen = 0;
  let three = 0;
  for (let at = from; at < to; at++) {
    three = ((three << CLASS_BITS) | (ASCII[bytes[at]!]! & KIND)) & LAST_THREE;
    seen |= THREE[three]!;
  }
  return seen;
}

/** A run that long holds one of every so many places: only those are looked at, and from there its ends. */
function hasLongRun(bytes: Uint8Array, from: number, to: number): boolean {
  for (let place = from + LONG_RUN - 1; place < to; place += LONG_RUN) {
    let start = place;
    while (start >= from && isOfBase64(bytes[start]!)) start--;
    if (start === place) continue;
    let run = 0;
    let cases = 0;
    let end = start + 1;
    for (; end < to && isOfBase64(bytes[end]!); end++) {
      const kind = ASCII[bytes[end]!]! & KIND;
      if (kind === 0 || kind > DIGIT) continue;
      run++;
      if (kind < DIGIT) cases |= bytes[end]! < SMALL_A ? 1 : 2;
    }
    if (run >= LONG_RUN && (cases === 3 || run >= VERY_LONG_RUN)) return true;
    place = end;
  }
  return false;
}

/** "/" and "+" are of Base64, too, but do not count: a run of them is short. */
function isOfBase64(code: number): boolean {
  const kind = ASCII[code]! & KIND;
  return (kind > 0 && kind <= DIGIT) || code === SLASH || code === PLUS;
}

function colonsIn(bytes: Uint8Array, from: number, to: number): number {
  let colons = 0;
  for (let at = from; at < to; at++) if (bytes[at] === COLON) colons++;
  return colons;
}

/** The same of any text, slower. */
export function lookAtCharacters(text: string): number {
  let seen = 0;
  let three = 0;
  let run = 0;
  let colons = 0;
  let cases = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let kind = BEYOND_ASCII;
    if (code < 128) {
      const both = ASCII[code]!;
      kind = both & KIND;
      seen |= both >> CLASS_BITS;
      if (code === COLON) colons++;
    } else seen |= code >= 0xd800 && code < 0xe000 ? NEEDS_CARE : MAY.BE_BEYOND_ASCII;
    three = ((three << CLASS_BITS) | kind) & LAST_THREE;
    seen |= THREE[three]!;
    if (kind > 0 && kind <= DIGIT) {
      if (kind < DIGIT) cases |= code < SMALL_A ? 1 : 2;
      if (++run >= LONG_RUN && (cases === 3 || run >= VERY_LONG_RUN)) seen |= MAY.TOKEN;
    } else if (code !== SLASH && code !== PLUS) {
      run = 0;
      cases = 0;
    }
  }
  return withAddress(colons >= MANY_COLONS ? seen | MAY.ADDRESS : seen);
}

const withAddress = (seen: number): number =>
  (seen & (MAY.AT | MAY.COLON)) === (MAY.AT | MAY.COLON) ? seen | MAY.ADDRESS : seen;

/** It holds no secret, nothing that JSON escapes, and is ASCII: it may stay and be written as it is. */
export const isPlain = (seen: number): boolean => (seen & (SECRET | NEEDS_CARE)) === 0;

/** Whether it is worth a search. */
export const mayHoldSecret = (text: string, seen = look(text)): boolean =>
  (seen & SECRET) !== 0 && text.length >= SHORTEST_SECRET;
