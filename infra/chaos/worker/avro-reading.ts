// A reader of Avro bodies that shares nothing with the product's: straight from the specification, strict, and it tells where each field is.
// Values have the shape that the product's details have as JSON: null or the value for an optional one, { branch: value } for other unions.
import type { AvroSchema } from "@audit-log/schemas";
import { fullName } from "@audit-log/schemas";

export class NotAvro extends Error {
  override readonly name = "NotAvro";
}

/** What the specification leaves open or readers treat differently: then both outcomes are right. */
export type Doubt = "long-beyond-2^53" | "odd-boolean" | "block-size";

export interface Reading {
  value: unknown;
  /** Behind the value. */
  end: number;
  doubts: Set<Doubt>;
  invalidUtf8: boolean;
  /** First and last byte of each field by its path: `scope.id`. */
  fields: Map<string, readonly [start: number, end: number]>;
}

const MAX_DEPTH = 60;
const strict = new TextDecoder("utf-8", { fatal: true });

interface State {
  readonly bytes: Buffer;
  at: number;
  depth: number;
  readonly named: ReadonlyMap<string, AvroSchema>;
  readonly reading: Pick<Reading, "doubts" | "fields"> & { invalidUtf8: boolean };
}

/** Throws NotAvro. */
export function readAvro(schema: AvroSchema, bytes: Buffer): Reading {
  const reading = { doubts: new Set<Doubt>(), fields: new Map(), invalidUtf8: false };
  const state: State = { bytes, at: 0, depth: 0, named: namesIn(schema), reading };
  const value = read(schema, "", "", state);
  return { ...reading, value, end: state.at };
}

const collected = new WeakMap<object, Map<string, AvroSchema>>();

/** A name may be defined within a branch that these bytes do not take, so all are found beforehand, once per schema. */
function namesIn(schema: AvroSchema): ReadonlyMap<string, AvroSchema> {
  if (typeof schema === "string") return new Map();
  const known = collected.get(schema) ?? collect(schema, "", new Map());
  collected.set(schema, known);
  return known;
}

function collect(schema: AvroSchema, space: string, names: Map<string, AvroSchema>): Map<string, AvroSchema> {
  if (typeof schema === "string") return names;
  if (Array.isArray(schema)) {
    for (const branch of schema) collect(branch, space, names);
    return names;
  }
  if ("name" in schema) names.set(fullName(schema, space), schema);
  if (schema.type === "record") for (const { type } of schema.fields) collect(type, spaceOf(schema, space), names);
  else if (schema.type === "array") collect(schema.items, space, names);
  else if (schema.type === "map") collect(schema.values, space, names);
  return names;
}

/** In which a record's own names are looked up. */
function spaceOf(schema: { name: string; namespace?: string }, space: string): string {
  const name = fullName(schema, space);
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

function read(schema: AvroSchema, path: string, space: string, state: State): unknown {
  if (typeof schema === "string") return readPrimitive(schema, path, space, state);
  if (Array.isArray(schema)) return readUnion(schema, path, space, state);
  switch (schema.type) {
    case "record": {
      if (++state.depth > MAX_DEPTH) throw new NotAvro("nested too deeply");
      const inner = spaceOf(schema, space);
      const entries = schema.fields.map((field): [string, unknown] => {
        const at = path === "" ? field.name : `${path}.${field.name}`;
        const start = state.at;
        const value = read(field.type, at, inner, state);
        state.reading.fields.set(at, [start, state.at]);
        return [field.name, value];
      });
      state.depth--;
      return Object.fromEntries(entries);
    }
    case "enum": {
      const symbol = schema.symbols[small(state)];
      if (symbol === undefined) throw new NotAvro("no such symbol");
      return symbol;
    }
    case "fixed":
      return take(schema.size, state);
    case "array":
      return readBlocks(state, () => read(schema.items, `${path}[]`, space, state));
    case "map":
      return readMap(() => [text(state), read(schema.values, `${path}{}`, space, state)], state);
    default:
      return read(schema.type, path, space, state);
  }
}

function readMap(entry: () => readonly [string, unknown], state: State): object {
  const keys = new Set<string>();
  const entries = readBlocks(state, () => {
    const one = entry();
    if (!state.reading.invalidUtf8 && keys.has(one[0])) throw new NotAvro("a key twice");
    keys.add(one[0]);
    return one;
  });
  return Object.fromEntries(entries);
}

function readUnion(branches: readonly AvroSchema[], path: string, space: string, state: State): unknown {
  const branch = branches[small(state)];
  if (branch === undefined) throw new NotAvro("no such branch");
  const value = read(branch, path, space, state);
  if (branches.length === 2 && branches[0] === "null") return value;
  return { [branchName(branch, space)]: value };
}

const branchName = (branch: AvroSchema, space: string): string =>
  typeof branch === "string" ? branch : "name" in branch ? fullName(branch, space) : "";

function readPrimitive(name: string, path: string, space: string, state: State): unknown {
  switch (name) {
    case "null":
      return null;
    case "boolean": {
      const [byte = 0] = take(1, state);
      if (byte > 1) state.reading.doubts.add("odd-boolean");
      return byte !== 0;
    }
    case "int": {
      const value = long(state);
      if (value !== BigInt.asIntN(32, value)) throw new NotAvro("an int of more than 32 bits");
      return Number(value);
    }
    case "long": {
      const value = long(state);
      if (!Number.isSafeInteger(Number(value))) state.reading.doubts.add("long-beyond-2^53");
      return Number(value);
    }
    case "float":
      return take(4, state).readFloatLE();
    case "double":
      return take(8, state).readDoubleLE();
    case "bytes":
      return take(small(state), state);
    case "string":
      return text(state);
    default: {
      const known = state.named.get(name) ?? state.named.get(fullName({ name }, space));
      if (known === undefined) throw new Error(`the schema names an unknown type: ${name}`);
      return read(known, path, space, state);
    }
  }
}

function text(state: State): string {
  const bytes = take(small(state), state);
  try {
    return strict.decode(bytes);
  } catch {
    state.reading.invalidUtf8 = true;
    return bytes.toString("utf8");
  }
}

function readBlocks<T>(state: State, item: () => T): T[] {
  const items: T[] = [];
  for (;;) {
    let count = small(state);
    if (count === 0) return items;
    let end: number | undefined;
    if (count < 0) {
      count = -count;
      const size = small(state);
      end = state.at + size;
    }
    if (count > state.bytes.length - state.at) throw new NotAvro("more items than bytes");
    for (; count > 0; count--) items.push(item());
    if (end !== undefined && end !== state.at) state.reading.doubts.add("block-size");
  }
}

function take(length: number, state: State): Buffer {
  const end = state.at + length;
  if (length < 0 || end > state.bytes.length) throw new NotAvro("ends in the middle of a value, or a negative length");
  const taken = state.bytes.subarray(state.at, end);
  state.at = end;
  return taken;
}

/** A count, length or index: far beyond what any message holds it is no less wrong. */
const small = (state: State): number => Number(long(state));

function long(state: State): bigint {
  let unsigned = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = state.bytes[state.at++];
    if (byte === undefined) throw new NotAvro("ends in the middle of a number");
    unsigned |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) {
      // More than 64 bits in ten bytes: some readers drop them.
      if (unsigned >> 64n !== 0n) state.reading.doubts.add("long-beyond-2^53");
      return (unsigned >> 1n) ^ -(unsigned & 1n);
    }
  }
  throw new NotAvro("a number of more than ten bytes");
}
