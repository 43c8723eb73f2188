// The checksum of a record batch: CRC-32C (Castagnoli), reflected. Eight bytes at a time through eight tables ("slicing by 8", Kounavis and
// Berry, 2005): Node's own crc32 is another polynomial.

const POLYNOMIAL = 0x82f63b78;
const TABLES = 8;

const table = ((): Int32Array => {
  const all = new Int32Array(TABLES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    all[byte] = crc;
  }
  for (let index = 256; index < all.length; index++) {
    const before = all[index - 256] ?? 0;
    all[index] = (all[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return all;
})();

/** Of the bytes from `from` on, unsigned. */
export function crc32c(bytes: Buffer, from: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let crc = -1;
  let at = from;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low = view.getInt32(at, true) ^ crc;
    const high = view.getInt32(at + 4, true);
    crc =
      table[0x700 + (low & 0xff)]! ^
      table[0x600 + ((low >>> 8) & 0xff)]! ^
      table[0x500 + ((low >>> 16) & 0xff)]! ^
      table[0x400 + (low >>> 24)]! ^
      table[0x300 + (high & 0xff)]! ^
      table[0x200 + ((high >>> 8) & 0xff)]! ^
      table[0x100 + ((high >>> 16) & 0xff)]! ^
      table[high >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = table[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
