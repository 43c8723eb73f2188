// snappy and LZ4 as other languages' producers send them, without a library: frames that a broker accepts and that compress nothing. Only what
// was packed here is unpacked here.

interface Codec {
  pack: (bytes: Buffer) => Promise<Buffer>;
  unpack: (bytes: Buffer) => Promise<Buffer>;
}

const MAX_LITERAL = 65_536;

/** Snappy's block format: the length as a varint, then literals of up to 64 KiB (tag 61: two bytes of length). */
export const snappyCodec: Codec = {
  pack: async (bytes) => {
    const parts = [varint(bytes.length)];
    for (let at = 0; at < bytes.length; at += MAX_LITERAL) {
      const literal = bytes.subarray(at, at + MAX_LITERAL);
      const head = Buffer.from([61 << 2, 0, 0]);
      head.writeUInt16LE(literal.length - 1, 1);
      parts.push(head, literal);
    }
    return Buffer.concat(parts);
  },
  unpack: async (bytes) => {
    const parts: Buffer[] = [];
    let at = 0;
    while ((bytes[at++] ?? 0) > 0x7f);
    while (at < bytes.length) {
      const length = bytes.readUInt16LE(at + 1) + 1;
      parts.push(bytes.subarray(at + 3, at + 3 + length));
      at += 3 + length;
    }
    return Buffer.concat(parts);
  },
};

const LZ4_MAGIC = 0x184d2204;
/** Version 1, independent blocks; blocks of at most 64 KiB. */
const LZ4_DESCRIPTOR = Buffer.from([0x60, 0x40]);
const LZ4_HEAD_BYTES = 7;
const UNCOMPRESSED = 0x8000_0000;

/** LZ4's frame format with blocks that say of themselves that they are not compressed. */
export const lz4Codec: Codec = {
  pack: async (bytes) => {
    const head = Buffer.alloc(LZ4_HEAD_BYTES);
    head.writeUInt32LE(LZ4_MAGIC, 0);
    LZ4_DESCRIPTOR.copy(head, 4);
    head[6] = (xxHash32(LZ4_DESCRIPTOR) >>> 8) & 0xff;
    const parts: Buffer[] = [head];
    for (let at = 0; at < bytes.length; at += MAX_LITERAL) {
      const block = bytes.subarray(at, at + MAX_LITERAL);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(UNCOMPRESSED + block.length);
      parts.push(size, block);
    }
    return Buffer.concat([...parts, Buffer.alloc(4)]);
  },
  unpack: async (bytes) => {
    const parts: Buffer[] = [];
    let at = LZ4_HEAD_BYTES;
    for (;;) {
      const size = bytes.readUInt32LE(at);
      if (size === 0) return Buffer.concat(parts);
      const end = at + 4 + (size - UNCOMPRESSED);
      parts.push(bytes.subarray(at + 4, end));
      at = end;
    }
  },
};

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** XXH32 with seed 0 of fewer than 16 bytes: the frame descriptor's checksum. */
export function xxHash32(bytes: Buffer): number {
  let hash = (374_761_393 + bytes.length) | 0;
  for (const byte of bytes) hash = Math.imul(rotate(hash + Math.imul(byte, 374_761_393), 11), -1_640_531_535);
  hash = Math.imul(hash ^ (hash >>> 15), -2_048_144_777);
  hash = Math.imul(hash ^ (hash >>> 13), -1_028_477_379);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
