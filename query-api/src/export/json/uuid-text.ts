// A UUID on the wire (two numbers of 64 bits, little endian) as text.
import type { ByteWriter } from "./byte-writer.ts";

const HEX = Array.from({ length: 256 }, (_none, byte) => {
  const [high = 0, low = 0] = Buffer.from(byte.toString(16).padStart(2, "0"));
  return high | (low << 8);
});
const HYPHEN = 0x2d;

/** 36 bytes. Room must be reserved. */
export function writeUuid(bytes: Buffer, start: number, to: ByteWriter): void {
  const { view } = to;
  let { end } = to;
  for (let place = 0; place < 16; place += 1) {
    if (place === 4 || place === 6 || place === 8 || place === 10) view.setUint8(end++, HYPHEN);
    view.setUint16(end, HEX[bytes[start + (place < 8 ? 7 - place : 23 - place)] ?? 0] ?? 0, true);
    end += 2;
  }
  to.end = end;
}
