// Avro bytes and the wire format: byte 0, schema id as int32 big endian, body.
// avsc decides by itself how a union looks in JavaScript, and changes its mind when a branch is added;
// here it is fixed: ["null", x] is x or null, every other union is { branchName: value }.
import avro from "avsc";
import type { AvroSchema } from "./avro-schema.ts";

const MAGIC = 0;
export const HEADER_BYTES = 5;

type TypeHook = NonNullable<NonNullable<Parameters<typeof avro.Type.forSchema>[1]>["typeHook"]>;

/** What avsc encodes into: `pos` may come to be beyond the end, which says how many bytes are missing. */
interface Tap {
  buf: Buffer;
  pos: number;
}

/** Of a longer text a call costs less than a loop. */
const SHORT = 40;
/** The longest text, in bytes, whose length takes one byte, and two. */
const ONE_BYTE = 63;
const TWO_BYTES = 8191;
const MOST_BYTES_PER_CHARACTER = 3;

/** avsc measures a text and then writes it; here it is written at once, behind the length that it has where it is ASCII. */
class StringType extends avro.types.StringType {
  _write(tap: Tap, text: unknown): void {
    if (typeof text !== "string" || !(writeShort(tap, text) || writeLonger(tap, text))) avscWrite.call(this, tap, text);
  }
}

function writeShort(tap: Tap, text: string): boolean {
  const { buf, pos } = tap;
  const { length } = text;
  if (length > SHORT || pos + 1 + length > buf.length) return false;
  let codes = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    codes |= code;
    buf[pos + 1 + at] = code;
  }
  if (codes > 127) return false;
  buf[pos] = length * 2;
  tap.pos = pos + 1 + length;
  return true;
}

function writeLonger(tap: Tap, text: string): boolean {
  const { buf, pos } = tap;
  const { length } = text;
  if (length > TWO_BYTES || pos + 2 + length * MOST_BYTES_PER_CHARACTER > buf.length) return false;
  const size = length > ONE_BYTE ? 2 : 1;
  const bytes = buf.write(text, pos + size);
  if (bytes > (size === 1 ? ONE_BYTE : TWO_BYTES)) return false;
  if (size === 1) buf[pos] = bytes * 2;
  else {
    buf[pos] = ((bytes * 2) & 127) | 128;
    buf[pos + 1] = bytes >> 6;
  }
  tap.pos = pos + size + bytes;
  return true;
}

/** Not in avsc's types; codec.test.ts compares what it writes with what avsc writes. */
const avscWrite: (this: avro.Type, tap: Tap, text: unknown) => void = Reflect.get(
  avro.types.StringType.prototype,
  "_write",
);

export const fixedUnions: TypeHook = (schema, options) => {
  if (schema === "string") return new StringType();
  if (!Array.isArray(schema)) return undefined;
  const nullable = schema.length === 2 && schema[0] === "null";
  return nullable
    ? new avro.types.UnwrappedUnionType(schema, options)
    : new avro.types.WrappedUnionType(schema, options);
};

/** Throws where the schema is not valid Avro. */
export function compileType(schema: AvroSchema): avro.Type {
  return avro.Type.forSchema(schema as avro.Schema, { typeHook: fixedUnions });
}

/**
 * Encodes messages into one slab that is reused: avsc's own toBuffer encodes every record over 1 KiB twice.
 * `encode` throws what avsc throws where the value does not fit the schema.
 */
export function messageEncoder(type: avro.Type, schemaId: number, slabBytes = 64 * 1024): (value: unknown) => Buffer {
  let slab = Buffer.allocUnsafe(slabBytes);
  return (value) => {
    let end = type.encode(value, slab, HEADER_BYTES);
    if (end < 0) {
      // A negative answer is minus the number of bytes that did not fit; beyond it the slab may not be trusted.
      slab = Buffer.allocUnsafe((slab.length - end) * 2);
      end = type.encode(value, slab, HEADER_BYTES);
    }
    const message = Buffer.allocUnsafe(end);
    slab.copy(message, 0, 0, end);
    message[0] = MAGIC;
    message.writeInt32BE(schemaId, 1);
    return message;
  };
}

export type WireRefusal = "null-value" | "too-short" | "not-registry-framed" | "guid-framing-not-supported";

export type WireHeader = { schemaId: number; body: Buffer } | { refused: WireRefusal };

export function readWireHeader(value: Buffer | null): WireHeader {
  if (value === null) return { refused: "null-value" };
  if (value.length < HEADER_BYTES) return { refused: "too-short" };
  const magic = value[0];
  if (magic === 1) return { refused: "guid-framing-not-supported" };
  if (magic !== MAGIC) return { refused: "not-registry-framed" };
  return { schemaId: value.readInt32BE(1), body: value.subarray(HEADER_BYTES) };
}
