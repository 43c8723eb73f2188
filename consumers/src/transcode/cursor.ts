// Where we are in a record batch's bytes. Typed arrays answer `undefined` behind their end, and an event ends before its batch does:
// whoever reads a value compares `at` with `end` before trusting it.
import { MalformedAvro } from "@audit-log/schemas";

/** Beyond it a double is no exact integer; avsc draws the line here. */
const MAX_LONG = Number.MAX_SAFE_INTEGER - 1;

export class Cursor {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  at = 0;
  /** Behind the last byte of the event. */
  end = 0;
  /** A string that was written on is not UTF-8: whether the event is whole is still to be seen. */
  isMalformedText = false;

  over(bytes: Buffer): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A zigzag varint as a double; throws MalformedAvro where it is none, or no exact integer. */
  long(): number {
    const byte = this.bytes[this.at] ?? 0x80;
    if (byte >= 0x80) return this.#wide();
    this.at++;
    return (byte >>> 1) ^ -(byte & 1);
  }

  int(): number {
    const value = this.long();
    if (value < -0x8000_0000 || value > 0x7fff_ffff) throw new MalformedAvro("an int of more than 32 bits");
    return value;
  }

  /** The length of the bytes that begin at `at`; throws MalformedAvro where there are not so many. */
  length(): number {
    const length = this.long();
    if (length < 0) throw new MalformedAvro("negative length");
    if (length > this.end - this.at) throw new MalformedAvro("ends in the middle of a value");
    return length;
  }

  advance(bytes: number): void {
    this.at += bytes;
    if (this.at > this.end) throw new MalformedAvro("ends in the middle of a value");
  }

  /** Most numbers of more than one byte have two. */
  #wide(): number {
    const { bytes, at } = this;
    const second = bytes[at + 1] ?? 0x80;
    if (second >= 0x80 || at + 1 >= this.end) return this.#long();
    this.at = at + 2;
    const unsigned = ((bytes[at] ?? 0) & 0x7f) | (second << 7);
    return (unsigned >>> 1) ^ -(unsigned & 1);
  }

  /** In pieces of 28 bits, which are integers of the machine; the lowest bit is the sign. */
  #long(): number {
    const low = this.#piece(4);
    const high = this.#isLast ? 0 : this.#piece(4);
    const rest = this.#isLast ? 0 : this.#piece(2);
    if (!this.#isLast) throw new MalformedAvro("number longer than ten bytes");
    const size = high * 2 ** 27 + (low >>> 1);
    const value = (low & 1) === 0 ? size : -size - 1;
    if (rest !== 0 || value > MAX_LONG || value < -MAX_LONG) throw new MalformedAvro("an integer beyond 2^53");
    return value;
  }

  /** So many bytes of a number, or fewer where it ends. */
  #piece(bytes: number): number {
    let piece = 0;
    for (let shift = 0; shift < bytes * 7; shift += 7) {
      if (this.at >= this.end) throw new MalformedAvro("ends in the middle of a value");
      const byte = this.bytes[this.at++] ?? 0;
      piece |= (byte & 0x7f) << shift;
      this.#isLast = byte < 0x80;
      if (this.#isLast) return piece;
    }
    return piece;
  }

  /** Whether the byte that was read last ends its number. */
  #isLast = false;
}
