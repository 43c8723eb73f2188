// A buffer that grows and is written from front to back, little endian. Its parts are public because the loops that fill it run once per
// value: they reserve for many and write by themselves.

/** Copied eight bytes at a time, up to seven too many: there must be room behind the end. */
export const SLACK = 8;
/** From here on the engine's own copy is faster than ours. */
const LONG_COPY = 160;

export class ByteBuffer {
  bytes: Buffer;
  view: DataView;
  end = 0;

  constructor(initialBytes = 256) {
    this.bytes = Buffer.allocUnsafeSlow(initialBytes + SLACK);
    this.view = viewOf(this.bytes);
  }

  /** What is written, as a view: valid until more is. */
  written(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  reserve(bytes: number): void {
    const needed = this.end + bytes + SLACK;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
    this.view = viewOf(larger);
  }

  /** Room must be reserved. */
  byte(value: number): void {
    this.bytes[this.end++] = value;
  }

  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[this.end++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.end++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  piece({ bytes, view, length }: Piece): void {
    this.reserve(length);
    this.copy(bytes, view, 0, length);
  }

  /** Length in bytes as a varint, then UTF-8. */
  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.varint(length);
    this.reserve(length);
    this.bytes.write(value, this.end);
    this.end += length;
  }

  /** The same of `length` bytes of `source` from `start`. */
  textFrom({ bytes, view }: { bytes: Buffer; view: DataView }, start: number, length: number): void {
    this.varint(length);
    this.reserve(length);
    this.copy(bytes, view, start, length);
  }

  /** Exact for integers within ±2^53. Room must be reserved. */
  int64(value: number): void {
    const high = Math.floor(value / 0x1_0000_0000);
    this.view.setUint32(this.end, value - high * 0x1_0000_0000, true);
    this.view.setInt32(this.end + 4, high, true);
    this.end += 8;
  }

  /** Signed or not: the same four bytes. Room must be reserved. */
  int32(value: number): void {
    this.view.setInt32(this.end, value, true);
    this.end += 4;
  }

  /** `length` bytes of `source` from `start`. Room must be reserved. */
  copy(source: Buffer, view: DataView, start: number, length: number): void {
    copyBytes(source, view, start, length, this.bytes, this.view, this.end);
    this.end += length;
  }
}

/** A short text that is written again and again, with room behind it so that it can be copied by words. */
export class Piece {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly length: number;

  constructor(text: string) {
    const bytes = Buffer.from(text);
    this.length = bytes.length;
    this.bytes = Buffer.concat([bytes, Buffer.alloc(SLACK)]);
    this.view = viewOf(this.bytes);
  }
}

/** `length` bytes of `from`, whose view is `fromView`, to `end` of `to`; there must be room. */
export function copyBytes(
  from: Buffer,
  fromView: DataView,
  start: number,
  length: number,
  to: Buffer,
  toView: DataView,
  end: number,
): void {
  if (length < LONG_COPY && start + length + SLACK <= from.length) {
    for (let index = 0; index < length; index += 8)
      toView.setBigUint64(end + index, fromView.getBigUint64(start + index, true), true);
  } else if (length > 0) {
    to.set(from.subarray(start, start + length), end);
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
