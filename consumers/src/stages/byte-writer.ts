// A buffer that grows and is written from front to back, little endian.

/** A UTF-16 unit takes at most three bytes, so up to this length a text's byte count fits one varint byte. */
const SHORT_TEXT = 42;

export class ByteWriter {
  #buffer: Buffer;
  #end = 0;

  constructor(initialBytes: number) {
    this.#buffer = Buffer.allocUnsafe(initialBytes);
  }

  reset(): void {
    this.#end = 0;
  }

  /** A view, valid until the writer is used again. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#end);
  }

  varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#buffer[this.#end++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#buffer[this.#end++] = rest;
  }

  /** Length in bytes as a varint, then UTF-8. */
  text(value: string): void {
    this.#reserve(value.length * 3 + 8);
    if (value.length <= SHORT_TEXT) {
      const written = this.#buffer.write(value, this.#end + 1);
      this.#buffer[this.#end] = written;
      this.#end += written + 1;
      return;
    }
    this.varint(Buffer.byteLength(value));
    this.#end += this.#buffer.write(value, this.#end);
  }

  /** Two 64-bit halves, each little endian: ClickHouse's UUID. */
  uuid(value: Buffer): void {
    this.#reserve(16);
    for (let index = 0; index < 8; index++) {
      this.#buffer[this.#end + index] = value[7 - index] ?? 0;
      this.#buffer[this.#end + 8 + index] = value[15 - index] ?? 0;
    }
    this.#end += 16;
  }

  /** Exact for integers within ±2^53. */
  int64(value: number): void {
    this.#reserve(8);
    const high = Math.floor(value / 0x1_0000_0000);
    this.#buffer.writeUInt32LE(value - high * 0x1_0000_0000, this.#end);
    this.#buffer.writeInt32LE(high, this.#end + 4);
    this.#end += 8;
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#end = this.#buffer.writeInt32LE(value, this.#end);
  }

  uint32(value: number): void {
    this.#reserve(4);
    this.#end = this.#buffer.writeUInt32LE(value, this.#end);
  }

  #reserve(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
