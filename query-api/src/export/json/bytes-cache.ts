// What was made of some bytes, to be found again by them without making a string. A cache: what was put last stays.
const SLOTS = 4096;

interface Slot<T> {
  readonly key: Buffer;
  readonly value: T;
}

export class BytesCache<T> {
  readonly #slots: (Slot<T> | undefined)[] = Array.from({ length: SLOTS });

  find(bytes: Buffer, start: number, end: number): T | undefined {
    const slot = this.#slots[slotOf(bytes, start, end)];
    if (slot === undefined) return undefined;
    const { key, value } = slot;
    if (key.length !== end - start) return undefined;
    for (let index = 0; index < key.length; index += 1) if (key[index] !== bytes[start + index]) return undefined;
    return value;
  }

  put(bytes: Buffer, start: number, end: number, value: T): void {
    this.#slots[slotOf(bytes, start, end)] = { key: Buffer.from(bytes.subarray(start, end)), value };
  }
}

/** Ids differ in every place, names in some: a few bytes from all over tell most apart. */
function slotOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start;
  const step = 1 + ((end - start) >>> 4);
  for (let at = end - 1; at >= start; at -= step) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}
