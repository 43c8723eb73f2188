// ClickHouse's Native format → rows, for tests: what a block says, independent of how it was written.
import { BOUNDARY, columns, ENTRY_PARTS, ONLY_IN_ENTRY, SEARCHED_PARTS, SEPARATOR } from "@audit-log/schemas";

const JSON_PARTS: ReadonlySet<string> = new Set(["delegation", "request_headers", "truncations", "details"]);
const onlyInEntry: ReadonlySet<string> = new Set(ONLY_IN_ENTRY);

/**
 * Per row its columns, and in place of `entry` the parts that are only there. What is JSON is parsed: the order of keys is nobody's business.
 */
export function readBlock(parts: readonly Buffer[]): Record<string, unknown>[] {
  const from = new Reader(Buffer.concat(parts));
  const width = from.varint();
  const height = from.varint();
  const rows: Record<string, unknown>[] = Array.from({ length: height }, () => ({}));
  for (const { name, type } of columns) {
    if (from.text() !== name || from.text() !== (type === "Bytes" ? "String" : type))
      throw new Error(`the block's column is not ${name} ${type}`);
    for (const [index, value] of readColumn(from, type, height).entries())
      Object.assign(rows[index] ?? {}, Buffer.isBuffer(value) ? readEntry(value, rows[index]) : { [name]: value });
  }
  if (width !== columns.length || !from.isAtEnd) throw new Error("the block is not whole");
  return rows;
}

/** Its parts that have no column. Throws where it is no entry, or says something else than a column of the row does. */
function readEntry(entry: Buffer, row: Record<string, unknown> = {}): Record<string, unknown> {
  const parts = splitAt(SEPARATOR, entry);
  const [boundary] = parts.splice(SEARCHED_PARTS.length, 1);
  if (boundary?.equals(Buffer.of(BOUNDARY)) !== true || parts.length !== ENTRY_PARTS.length)
    throw new Error(`no entry: ${entry.toString("latin1")}`);
  const texts = ENTRY_PARTS.map((name, index) => [name, String(parts[index])] as const);
  for (const [name, text] of texts)
    if (!onlyInEntry.has(name) && text !== String(row[name])) throw new Error(`${name} is ${text} in the entry`);
  return Object.fromEntries(
    texts
      .filter(([name]) => onlyInEntry.has(name))
      .map(([name, text]) => [name, JSON_PARTS.has(name) ? JSON.parse(text || "null") : text]),
  );
}

function splitAt(byte: number, bytes: Buffer): Buffer[] {
  const at = bytes.indexOf(byte);
  return at < 0 ? [bytes] : [bytes.subarray(0, at), ...splitAt(byte, bytes.subarray(at + 1))];
}

function readColumn(from: Reader, type: string, height: number): (string | bigint | number | Buffer)[] {
  switch (type) {
    case "LowCardinality(String)":
      return readWords(from, height);
    case "String":
      return Array.from({ length: height }, () => from.text());
    case "Bytes":
      return Array.from({ length: height }, () => from.bytes(from.varint()));
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
