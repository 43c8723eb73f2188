// What was made of two spans of bytes, to be found again by them without making a string. A cache: what was put last stays.
const SLOTS = 4096;

interface Slot<T> {
  readonly one: Buffer;
  readonly other: Buffer;
  readonly value: T;
}

export class BytesCache<T> {
  readonly #slots: (Slot<T> | undefined)[] = Array.from({ length: SLOTS });

  /** `start` to `end`, and `from` to `until`. */
  find(bytes: Buffer, start: number, end: number, from: number, until: number): T | undefined {
    const slot = this.#slots[slotOf(bytes, start, end, from, until)];
    if (slot === undefined) return undefined;
    return isSame(slot.one, bytes, start, end) && isSame(slot.other, bytes, from, until) ? slot.value : undefined;
  }

  put(bytes: Buffer, start: number, end: number, from: number, until: number, value: T): void {
    const [one, other] = [Buffer.from(bytes.subarray(start, end)), Buffer.from(bytes.subarray(from, until))];
    this.#slots[slotOf(bytes, start, end, from, until)] = { one, other, value };
  }
}

function isSame(key: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let index = 0; index < key.length; index += 1) if (key[index] !== bytes[start + index]) return false;
  return true;
}

function slotOf(bytes: Buffer, start: number, end: number, from: number, until: number): number {
  const hash = hashOf(bytes, from, until, hashOf(bytes, start, end, 0));
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}

/** Ids differ in every place, names in some: a few bytes from all over tell most apart. */
function hashOf(bytes: Buffer, start: number, end: number, before: number): number {
  let hash = Math.imul(before, 31) + end - start;
  const step = 1 + ((end - start) >>> 4);
  for (let at = end - 1; at >= start; at -= step) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash;
}
