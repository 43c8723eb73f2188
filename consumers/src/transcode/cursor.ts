// Where we are in a record batch's bytes. Typed arrays answer `undefined` behind their end, and an event ends before its batch does:
// whoever reads a value compares `at` with `end` before trusting it.
import { MalformedAvro } from "@audit-log/schemas";

/** Beyond it a double is no exact integer; avsc draws the line here. */
const MAX_LONG = Number.MAX_SAFE_INTEGER - 1;
const MAX_VARINT_BYTES = 10;

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

  #wide(): number {
    let unsigned = 0;
    let scale = 1;
    for (let count = 0; count < MAX_VARINT_BYTES; count++) {
      if (this.at >= this.end) throw new MalformedAvro("ends in the middle of a value");
      const byte = this.bytes[this.at++] ?? 0;
      unsigned += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        const value = unsigned % 2 === 0 ? unsigned / 2 : -(unsigned + 1) / 2;
        if (value > MAX_LONG || value < -MAX_LONG) throw new MalformedAvro("an integer beyond 2^53");
        return value;
      }
    }
    throw new MalformedAvro("number longer than ten bytes");
  }
}
