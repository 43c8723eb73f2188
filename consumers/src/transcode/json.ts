// Avro bytes → the JSON text that JSON.stringify makes of avsc's value, without making the value.
import { isUtf8 } from "node:buffer";
import { type AvroField, type AvroSchema, fullName, MalformedAvro } from "@audit-log/schemas";
import { type ByteBuffer, Piece } from "./byte-buffer.ts";
import type { Cursor } from "./cursor.ts";
import { MAX_DECIMAL_BYTES, writeDecimal } from "./decimal.ts";
import { DistinctKeys } from "./distinct-keys.ts";

/** Reads one value and writes it. Throws MalformedAvro; what was written until then is the caller's to take back. */
export type WriteJson = (from: Cursor, to: ByteBuffer) => void;

/** Schemas that no fast path is worth: bytes, fixed, unions other than "or null", schemas that name themselves. */
export class NotFast extends Error {
  override readonly name = "NotFast";
}

/** Throws NotFast. */
export function jsonWriter(
  schema: AvroSchema,
  names: ReadonlyMap<string, AvroSchema>,
  within: string[] = [],
): WriteJson {
  if (typeof schema === "string") return primitive(schema) ?? reference(schema, names, within);
  if (Array.isArray(schema)) return orNull(schema, names, within);
  switch (schema.type) {
    case "record": {
      const path = [...within, fullName(schema)];
      return record(schema.fields, names, path);
    }
    case "enum": {
      const symbols = schema.symbols.map((symbol) => new Piece(JSON.stringify(symbol)));
      return (from, to) => {
        const symbol = symbols[from.long()];
        if (symbol === undefined) throw new MalformedAvro("enum symbol out of range");
        to.piece(symbol);
      };
    }
    case "array":
      return blocks("[", "]", jsonWriter(schema.items, names, within));
    case "map":
      return map(jsonWriter(schema.values, names, within));
    case "fixed":
      throw new NotFast("fixed");
    default:
      return jsonWriter(schema.type, names, within);
  }
}

function reference(name: string, names: ReadonlyMap<string, AvroSchema>, within: string[]): WriteJson {
  const schema = names.get(name);
  if (schema === undefined || within.includes(name)) throw new NotFast(`the type ${name}`);
  return jsonWriter(schema, names, within);
}

function primitive(name: string): WriteJson | undefined {
  switch (name) {
    case "null":
      return (_from, to) => to.piece(NULL);
    case "boolean":
      return (from, to) => {
        const value = from.bytes[from.at];
        from.advance(1);
        to.piece(value === 0 ? FALSE : TRUE);
      };
    case "int":
      return (from, to) => writeInteger(from.int(), to);
    case "long":
      return (from, to) => writeInteger(from.long(), to);
    case "float":
      return number(4, ({ view, at }) => view.getFloat32(at, true));
    case "double":
      return number(8, ({ view, at }) => view.getFloat64(at, true));
    case "string":
      return writeString;
    case "bytes":
      throw new NotFast("bytes");
    default:
      return undefined;
  }
}

const NULL = new Piece("null");
const TRUE = new Piece("true");
const FALSE = new Piece("false");

const number =
  (width: number, read: (from: Cursor) => number): WriteJson =>
  (from, to) => {
    if (width > from.end - from.at) throw new MalformedAvro("ends in the middle of a value");
    to.raw(Buffer.from(JSON.stringify(read(from))));
    from.advance(width);
  };

function record(fields: readonly AvroField[], names: ReadonlyMap<string, AvroSchema>, within: string[]): WriteJson {
  const keys = fields.map(({ name }, index) => new Piece(`${index === 0 ? "{" : ","}${JSON.stringify(name)}:`));
  const values = fields.map(({ type }) => jsonWriter(type, names, within));
  const close = new Piece(fields.length === 0 ? "{}" : "}");
  return (from, to) => {
    for (let index = 0; index < values.length; index++) {
      to.piece(keys[index] ?? NULL);
      values[index]?.(from, to);
    }
    to.piece(close);
  };
}

function orNull(branches: AvroSchema[], names: ReadonlyMap<string, AvroSchema>, within: string[]): WriteJson {
  const other = branches[1];
  if (branches.length !== 2 || branches[0] !== "null" || other === undefined) throw new NotFast("a union");
  const write = jsonWriter(other, names, within);
  return (from, to) => {
    const branch = from.long();
    if (branch === 0) to.piece(NULL);
    else if (branch === 1) write(from, to);
    else throw new MalformedAvro("union branch out of range");
  };
}

/** Items in counted blocks. Every item takes at least one byte, so a count is bounded by what is left. */
function blocks(open: string, close: string, item: WriteJson): WriteJson {
  const [before, after, comma] = [new Piece(open), new Piece(close), new Piece(",")];
  return (from, to) => {
    to.piece(before);
    let first = true;
    for (let count = blockCount(from); count > 0; count = blockCount(from)) {
      for (; count > 0; count--) {
        if (!first) to.piece(comma);
        first = false;
        const start = from.at;
        item(from, to);
        if (from.at === start) throw new MalformedAvro("an item without bytes");
      }
    }
    to.piece(after);
  };
}

export function blockCount(from: Cursor): number {
  let count = from.long();
  if (count < 0) {
    count = -count;
    from.long();
  }
  if (count > from.end - from.at) throw new MalformedAvro("more items announced than bytes are left");
  return count;
}

/** avsc would keep the last of two equal keys: for both paths an event that has them is malformed. */
function map(value: WriteJson): WriteJson {
  const keys = new DistinctKeys();
  const colon = new Piece(":");
  const write = blocks("{", "}", (from, to) => {
    const start = from.at;
    keys.add(from, from.length());
    from.at = start;
    writeString(from, to);
    to.piece(colon);
    value(from, to);
  });
  return (from, to) => {
    keys.clear();
    write(from, to);
  };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Longest escape: \u001f for one byte. */
const MAX_ESCAPE = 6;

/** What JSON.stringify writes for the bytes that it does not leave as they are. */
const ESCAPES: (Buffer | undefined)[] = Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === BACKSLASH
    ? Buffer.from(JSON.stringify(String.fromCharCode(byte)).slice(1, -1))
    : undefined,
);
const PLAIN = Uint8Array.from(ESCAPES, (escape) => (escape === undefined ? 1 : 0));

/** Whether one of four bytes needs to be looked at: a control character, a quote, a backslash, or no ASCII. */
const isSpecial = (word: number): boolean =>
  ((word | (word - 0x2020_2020) | hasZero(word ^ 0x2222_2222) | hasZero(word ^ 0x5c5c_5c5c)) & 0x8080_8080) !== 0;

/** The high bit of the lowest byte that is 0 (Bit Twiddling Hacks); bytes above it may be marked too. */
const hasZero = (word: number): number => (word - 0x0101_0101) & ~word;

export const writeString: WriteJson = (from, to) => {
  const length = from.length();
  const { bytes, view, at } = from;
  to.reserve(length * MAX_ESCAPE + 2);
  const target = to.bytes;
  let end = to.end;
  let seen = 0;
  target[end++] = QUOTE;
  let index = at;
  for (; index + 4 <= at + length; index += 4) {
    const word = view.getInt32(index);
    if (isSpecial(word)) break;
    to.view.setInt32(end, word);
    end += 4;
  }
  for (; index < at + length; index++) {
    const byte = bytes[index] ?? 0;
    seen |= byte;
    if (PLAIN[byte] === 1) target[end++] = byte;
    else for (const one of ESCAPES[byte] ?? []) target[end++] = one;
  }
  target[end++] = QUOTE;
  to.end = end;
  from.at = at + length;
  if (seen >= 0x80 && !isUtf8(bytes.subarray(at, at + length))) from.isMalformedText = true;
};

function writeInteger(value: number, to: ByteBuffer): void {
  to.reserve(MAX_DECIMAL_BYTES);
  to.end = writeDecimal(value, to.bytes, to.end);
}
