// ClickHouse's Native format → rows, for tests: what a block says, independent of how it was written.
import { columns } from "@audit-log/schemas";

const JSON_COLUMNS = new Set(["delegation", "request_headers", "truncations", "details"]);

/** JSON columns are parsed: the order of keys is nobody's business. */
export function readBlock(parts: readonly Buffer[]): Record<string, unknown>[] {
  const from = new Reader(Buffer.concat(parts));
  const width = from.varint();
  const height = from.varint();
  const rows: Record<string, unknown>[] = Array.from({ length: height }, () => ({}));
  for (const { name, type } of columns) {
    if (from.text() !== name || from.text() !== type) throw new Error(`the block's column is not ${name} ${type}`);
    for (const [index, value] of readColumn(from, type, height).entries())
      Object.assign(rows[index] ?? {}, {
        [name]: JSON_COLUMNS.has(name) ? JSON.parse(String(value) || "null") : value,
      });
  }
  if (width !== columns.length || !from.isAtEnd) throw new Error("the block is not whole");
  return rows;
}

function readColumn(from: Reader, type: string, height: number): (string | bigint | number)[] {
  switch (type) {
    case "LowCardinality(String)":
      return readWords(from, height);
    case "String":
      return Array.from({ length: height }, () => from.text());
    case "UUID":
      return Array.from({ length: height }, () => from.bytes(16).toString("hex"));
    case "Int32":
    case "UInt32":
      return Array.from({ length: height }, () => from.bytes(4).readInt32LE());
    default:
      return Array.from({ length: height }, () => from.bytes(8).readBigInt64LE());
  }
}

function readWords(from: Reader, height: number): string[] {
  const [version, flags] = [from.bytes(8).readBigUInt64LE(), from.bytes(8).readBigUInt64LE()];
  if (version !== 1n || (flags & ~3n) !== 0x600n) throw new Error("not the LowCardinality that ClickHouse reads");
  const keys = Array.from({ length: Number(from.bytes(8).readBigUInt64LE()) }, () => from.text());
  if (Number(from.bytes(8).readBigUInt64LE()) !== height) throw new Error("another number of rows");
  const width = 2 ** Number(flags & 3n);
  return Array.from({ length: height }, () => keys[from.bytes(width).readUIntLE(0, width)] ?? "no such key");
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  bytes(count: number): Buffer {
    const start = this.#at;
    this.#at += count;
    if (this.#at > this.#bytes.length) throw new Error("the block ends too early");
    return this.#bytes.subarray(start, this.#at);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes(1).readUInt8();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    return this.bytes(this.varint()).toString();
  }
}
