// Walks an Avro body without building a value, and so proves that it is whole and that its counts are honest.
// avsc notices a missing byte only at the end and trusts every array count: five bytes can ask for 20 million elements.
import { isUtf8 } from "node:buffer";
import type { AvroField, AvroSchema } from "./avro-schema.ts";
import { fullName } from "./avro-schema.ts";

/** Returns the offset behind the value; throws MalformedAvro. */
export type Walker = (bytes: Buffer, offset: number) => number;

export class MalformedAvro extends Error {
  override readonly name = "MalformedAvro";
}

/** A string that is not UTF-8: whoever decodes it would silently make another one of it. */
export class MalformedText extends Error {
  override readonly name = "MalformedText";
}

/** Beyond it a double is no exact integer; avsc draws the line here. */
const MAX_LONG = Number.MAX_SAFE_INTEGER - 1;
const MAX_DEPTH = 64;

/** One walker per writer schema; a body is whole when it returns the body's length. */
export function compileWalker(schema: AvroSchema): Walker {
  return compile(schema, "", new Map([["string", lengthPrefixed]]), 0);
}

/** For a body that is whole: throws MalformedText where one of its strings is not UTF-8. */
export function compileTextCheck(schema: AvroSchema): Walker {
  return compile(schema, "", new Map([["string", text]]), 0);
}

function compile(schema: AvroSchema, namespace: string, named: Map<string, Walker>, depth: number): Walker {
  if (depth > MAX_DEPTH) throw new Error("schema is nested too deeply");
  if (typeof schema === "string") return primitive(schema) ?? reference(schema, namespace, named);
  if (Array.isArray(schema)) return union(schema.map((branch) => compile(branch, namespace, named, depth + 1)));
  switch (schema.type) {
    case "record": {
      const name = fullName(schema, namespace);
      const inner = name.slice(0, Math.max(0, name.lastIndexOf(".")));
      return define(name, named, (self) => {
        self.walk = record(schema.fields.map((field: AvroField) => compile(field.type, inner, named, depth + 1)));
      });
    }
    case "enum":
      return define(fullName(schema, namespace), named, (self) => (self.walk = symbol(schema.symbols.length)));
    case "fixed":
      return define(fullName(schema, namespace), named, (self) => (self.walk = bytesOf(schema.size)));
    case "array":
      return blocks(compile(schema.items, namespace, named, depth + 1));
    case "map":
      return map(compile("string", "", named, depth), compile(schema.values, namespace, named, depth + 1));
    default:
      return compile(schema.type, namespace, named, depth + 1);
  }
}

/** Registered before its parts are compiled, so that a recursive schema finds itself; then its values may nest only so deep. */
function define(name: string, named: Map<string, Walker>, fill: (self: { walk: Walker }) => void): Walker {
  let depth = 0;
  const self: { walk: Walker } = {
    walk: () => {
      throw new Error(`${name} used before it was compiled`);
    },
  };
  const walker: Walker = (bytes, offset) => {
    if (depth >= MAX_DEPTH) throw new MalformedAvro("nested too deeply");
    depth += 1;
    try {
      return self.walk(bytes, offset);
    } finally {
      depth -= 1;
    }
  };
  named.set(name, walker);
  fill(self);
  return walker;
}

function reference(name: string, namespace: string, named: Map<string, Walker>): Walker {
  const walker = named.get(name) ?? named.get(fullName({ name }, namespace));
  if (walker === undefined) throw new Error(`schema names an unknown type: ${name}`);
  return walker;
}

function primitive(name: string): Walker | undefined {
  switch (name) {
    case "null":
      return (_bytes, offset) => offset;
    case "boolean":
      return bytesOf(1);
    case "int":
      return int32End;
    case "long":
      return longEnd;
    case "float":
      return bytesOf(4);
    case "double":
      return bytesOf(8);
    case "bytes":
      return lengthPrefixed;
    default:
      return undefined;
  }
}

function bytesOf(size: number): Walker {
  return (bytes, offset) => within(bytes, offset + size);
}

function record(fields: Walker[]): Walker {
  return (bytes, offset) => {
    let at = offset;
    for (const field of fields) at = field(bytes, at);
    return at;
  };
}

function union(branches: Walker[]): Walker {
  return (bytes, offset) => {
    const branch = branches[readLong(bytes, offset)];
    if (branch === undefined) throw new MalformedAvro("union branch out of range");
    return branch(bytes, varintEnd(bytes, offset));
  };
}

function symbol(count: number): Walker {
  return (bytes, offset) => {
    const index = readLong(bytes, offset);
    if (index < 0 || index >= count) throw new MalformedAvro("enum symbol out of range");
    return varintEnd(bytes, offset);
  };
}

/** Array or map: blocks of counted items. Every item takes at least one byte, so a count is bounded by what is left. */
function blocks(item: Walker): Walker {
  return (bytes, offset) => {
    let at = offset;
    for (;;) {
      let count = readLong(bytes, at);
      at = varintEnd(bytes, at);
      if (count === 0) return at;
      if (count < 0) {
        count = -count;
        at = varintEnd(bytes, at);
      }
      if (count > bytes.length - at) throw new MalformedAvro("more items announced than bytes are left");
      for (; count > 0; count--) {
        const next = item(bytes, at);
        // Nothing of the contract is empty, and items without bytes are not bounded by what is left.
        if (next === at) throw new MalformedAvro("an item without bytes");
        at = next;
      }
    }
  };
}

/** Whoever decodes keeps the last of two equal keys: an event that has them is malformed. */
function map(key: Walker, value: Walker): Walker {
  let keys = new Set<string>();
  const walk = blocks((bytes, offset) => {
    const end = key(bytes, offset);
    const name = bytes.toString("latin1", varintEnd(bytes, offset), end);
    if (keys.has(name)) throw new MalformedAvro("a key twice");
    keys.add(name);
    return value(bytes, end);
  });
  return (bytes, offset) => {
    const outer = keys;
    keys = new Set();
    try {
      return walk(bytes, offset);
    } finally {
      keys = outer;
    }
  };
}

function text(bytes: Buffer, offset: number): number {
  const end = lengthPrefixed(bytes, offset);
  if (!isUtf8(bytes.subarray(varintEnd(bytes, offset), end))) throw new MalformedText("a text is not UTF-8");
  return end;
}

function lengthPrefixed(bytes: Buffer, offset: number): number {
  const length = readLong(bytes, offset);
  if (length < 0) throw new MalformedAvro("negative length");
  return within(bytes, varintEnd(bytes, offset) + length);
}

function within(bytes: Buffer, end: number): number {
  if (end > bytes.length) throw new MalformedAvro("ends in the middle of a value");
  return end;
}

/** avsc takes any number for an int. */
function int32End(bytes: Buffer, offset: number): number {
  const value = readLong(bytes, offset);
  if (value < -0x8000_0000 || value > 0x7fff_ffff) throw new MalformedAvro("an int of more than 32 bits");
  return varintEnd(bytes, offset);
}

function longEnd(bytes: Buffer, offset: number): number {
  if (Math.abs(readLong(bytes, offset)) > MAX_LONG) throw new MalformedAvro("an integer beyond 2^53");
  return varintEnd(bytes, offset);
}

function varintEnd(bytes: Buffer, offset: number): number {
  for (let at = offset; at < offset + 10; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new MalformedAvro("ends in the middle of a value");
    if (byte < 0x80) return at + 1;
  }
  throw new MalformedAvro("number longer than ten bytes");
}

/** Zigzag varint as a double: exact up to 2^53, and far larger than any honest count or length beyond it. */
function readLong(bytes: Buffer, offset: number): number {
  const end = varintEnd(bytes, offset);
  let unsigned = 0;
  for (let at = end - 1; at >= offset; at--) unsigned = unsigned * 128 + ((bytes[at] ?? 0) & 0x7f);
  return unsigned % 2 === 0 ? unsigned / 2 : -(unsigned + 1) / 2;
}
