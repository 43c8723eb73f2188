// How many rows a Parquet file has: the third field of its footer, which is Thrift in its compact form (parquet.thrift: FileMetaData).
const END = "PAR1";
const LENGTH_BYTES = 4;

/** `tail`: the last bytes of a file. Undefined where they are no whole file's, or do not hold all of its footer. */
export function parquetRows(tail: Buffer): number | undefined {
  const footerEnd = tail.length - END.length - LENGTH_BYTES;
  if (footerEnd < 0 || tail.toString("latin1", tail.length - END.length) !== END) return undefined;
  const start = footerEnd - tail.readUInt32LE(footerEnd);
  return start < 0 ? undefined : new Compact(tail.subarray(start, footerEnd)).field(3);
}

const STOP = 0;
const [TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, STRUCT] = [1, 2, 3, 7, 8, 9, 10, 12];

class Compact {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** An integer of the outermost struct. Undefined where it is not there. */
  field(wanted: number): number | undefined {
    for (let id = 0; ;) {
      const head = this.#byte();
      if (head === STOP) return undefined;
      id = head >>> 4 === 0 ? this.#integer() : id + (head >>> 4);
      if (id === wanted) return this.#integer();
      this.#skip(head & 0x0f);
    }
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? STOP;
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** Zigzag; only non-negative ones are asked for. */
  #integer(): number {
    return Math.floor(this.#varint() / 2);
  }

  #skip(type: number): void {
    if (type === TRUE || type === FALSE) return;
    if (type === BYTE) this.#at += 1;
    else if (type === DOUBLE) this.#at += 8;
    else if (type === BINARY) this.#skipBinary();
    else if (type === LIST || type === SET) this.#skipList();
    else if (type === STRUCT) this.#skipStruct();
    else this.#varint();
  }

  #skipBinary(): void {
    const length = this.#varint();
    this.#at += length;
  }

  #skipList(): void {
    const head = this.#byte();
    const size = head >>> 4 === 0x0f ? this.#varint() : head >>> 4;
    const type = head & 0x0f;
    for (let index = 0; index < size && this.#at < this.#bytes.length; index += 1)
      if (type === TRUE || type === FALSE) this.#at += 1;
      else this.#skip(type);
  }

  #skipStruct(): void {
    for (;;) {
      const head = this.#byte();
      if (head === STOP) return;
      if (head >>> 4 === 0) this.#integer();
      this.#skip(head & 0x0f);
    }
  }
}
