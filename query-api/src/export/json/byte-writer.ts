// Bytes that are written from front to back. Whoever writes reserves room first.
export const SLACK = 8;
/** From here on the engine's own copy is faster than ours. */
const LONG_COPY = 160;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** 0: a byte that a JSON text has as it is. */
const ESCAPED = new Uint8Array(256);
const ESCAPES: readonly Uint8Array[] = Array.from({ length: 256 }, (_none, byte) => {
  if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) return Uint8Array.of(byte);
  ESCAPED[byte] = 1;
  return Buffer.from(JSON.stringify(String.fromCharCode(byte)).slice(1, -1));
});
const NOTHING = new Uint8Array(0);

/** Whether none of four bytes is escaped in a JSON text: a quote, a backslash or below a space. All four are looked at at once. */
export function isPlain(four: number): boolean {
  const quote = four ^ 0x2222_2222;
  const backslash = four ^ 0x5c5c_5c5c;
  const found =
    ((quote - 0x0101_0101) & ~quote) | ((backslash - 0x0101_0101) & ~backslash) | ((four - 0x2020_2020) & ~four);
  return (found & 0x8080_8080) === 0;
}

export class ByteWriter {
  bytes: Buffer;
  view: DataView;
  end = 0;

  readonly #initialBytes: number;

  constructor(initialBytes: number) {
    this.#initialBytes = initialBytes;
    this.bytes = Buffer.allocUnsafeSlow(initialBytes + SLACK);
    this.view = viewOf(this.bytes);
  }

  reserve(bytes: number): void {
    const needed = this.end + bytes + SLACK;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
    this.view = viewOf(larger);
  }

  /** What is written, as bytes that are not written again. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.end);
    // A single large row does not make every further piece as large.
    this.bytes = Buffer.allocUnsafeSlow(this.#initialBytes + SLACK);
    this.view = viewOf(this.bytes);
    this.end = 0;
    return taken;
  }

  text(text: string): void {
    // At most three bytes for each of its units.
    this.reserve(text.length * 3);
    this.end += this.bytes.write(text, this.end);
  }

  piece(piece: Piece): void {
    this.copy(piece.bytes, piece.view, 0, piece.length);
  }

  /** As it is. */
  copy(source: Buffer, from: DataView, start: number, length: number): void {
    const { view, end } = this;
    if (length < LONG_COPY && start + length + SLACK <= source.length)
      for (let index = 0; index < length; index += 8)
        view.setBigUint64(end + index, from.getBigUint64(start + index, true), true);
    else if (length > 0) this.bytes.set(source.subarray(start, start + length), end);
    this.end = end + length;
  }

  /** UTF-8 text as the inside of a JSON text, as JSON.stringify writes it. Up to six bytes of room for each. */
  escaped(source: Buffer, from: DataView, start: number, until: number): void {
    const { bytes, view } = this;
    let { end } = this;
    let at = start;
    while (at < until) {
      if (at + 4 <= until) {
        const four = from.getInt32(at, true);
        if (isPlain(four)) {
          view.setInt32(end, four, true);
          at += 4;
          end += 4;
          continue;
        }
      }
      const byte = source[at++] ?? 0;
      if (ESCAPED[byte] === 0) bytes[end++] = byte;
      else for (const one of ESCAPES[byte] ?? NOTHING) bytes[end++] = one;
    }
    this.end = end;
  }
}

/** A short text that is written again and again, with room behind it so that it can be copied by words. */
export class Piece {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly length: number;

  constructor(text: string | Uint8Array) {
    const bytes = Buffer.from(text);
    this.length = bytes.length;
    this.bytes = Buffer.concat([bytes, Buffer.alloc(SLACK)]);
    this.view = viewOf(this.bytes);
  }
}

export const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
