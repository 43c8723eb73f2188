// Avro's schema resolution (specification, "Schema Resolution"): can this reader read what that writer wrote?
// Unlike a registry's answer it lists every place where it cannot.
import type { AvroEnum, AvroRecord, AvroSchema } from "./avro-schema.ts";
import { fullName } from "./avro-schema.ts";

export interface Place {
  schema: AvroSchema;
  /** Where names used inside `schema` are defined. */
  root: AvroSchema;
}

export interface Unreadable {
  path: string;
  fault: string;
}

const PROMOTIONS: Record<string, readonly string[]> = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"],
};

type Named = Exclude<Extract<AvroSchema, { name: string }>, never>;
/** By full name. */
export type NamedTypes = Map<string, Named>;

/** Every named type that is defined inside the schema, by full name. */
export function namedTypes(root: AvroSchema): NamedTypes {
  const names: NamedTypes = new Map();
  collect(root, "", names);
  return names;
}

export function unreadable(reader: Place, writer: Place): Unreadable[] {
  return compare(reader.schema, writer.schema, "", namedTypes(reader.root), namedTypes(writer.root));
}

function compare(
  readerSchema: AvroSchema,
  writerSchema: AvroSchema,
  path: string,
  readers: NamedTypes,
  writers: NamedTypes,
): Unreadable[] {
  const reader = resolved(readerSchema, readers);
  const writer = resolved(writerSchema, writers);
  if (Array.isArray(writer)) return writer.flatMap((branch) => compare(reader, branch, path, readers, writers));
  if (Array.isArray(reader)) {
    const fits = reader.some((branch) => compare(branch, writer, path, readers, writers).length === 0);
    return fits ? [] : [{ path, fault: `${describe(writer)} has no place in the union` }];
  }
  const from = kind(writer);
  const to = kind(reader);
  if (from !== to) {
    return PROMOTIONS[from]?.includes(to) ? [] : [{ path, fault: `was ${describe(writer)}, is ${describe(reader)}` }];
  }
  if (typeof reader === "string" || typeof writer === "string") return [];
  if (reader.type === "record" && writer.type === "record")
    return compareRecords(reader, writer, path, readers, writers);
  if (reader.type === "enum" && writer.type === "enum") return compareEnums(reader, writer, path);
  if (reader.type === "fixed" && writer.type === "fixed") {
    return reader.size === writer.size ? [] : [{ path, fault: `size ${writer.size} became ${reader.size}` }];
  }
  if (reader.type === "array" && writer.type === "array")
    return compare(reader.items, writer.items, `${path}[]`, readers, writers);
  if (reader.type === "map" && writer.type === "map")
    return compare(reader.values, writer.values, `${path}{}`, readers, writers);
  return [];
}

function compareRecords(
  reader: AvroRecord,
  writer: AvroRecord,
  path: string,
  readers: NamedTypes,
  writers: NamedTypes,
): Unreadable[] {
  // Names are compared without their namespace, as the specification says: a domain's records may be exported in full.
  if (simpleName(reader) !== simpleName(writer))
    return [{ path, fault: `record ${writer.name} became ${reader.name}` }];
  const written = new Map(writer.fields.map((field) => [field.name, field]));
  return reader.fields.flatMap((field) => {
    const at = path === "" ? field.name : `${path}.${field.name}`;
    const before = written.get(field.name);
    if (before !== undefined) return compare(field.type, before.type, at, readers, writers);
    return "default" in field ? [] : [{ path: at, fault: "is missing on one side and has no default" }];
  });
}

const simpleName = ({ name }: AvroRecord): string => name.slice(name.lastIndexOf(".") + 1);

function compareEnums(reader: AvroEnum, writer: AvroEnum, path: string): Unreadable[] {
  if (reader.default !== undefined) return [];
  const missing = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
  return missing.length === 0
    ? []
    : [{ path, fault: `symbol ${missing.join(", ")} is unknown on one side and there is no default` }];
}

function collect(schema: AvroSchema, namespace: string, names: NamedTypes): void {
  if (typeof schema === "string") return;
  if (Array.isArray(schema)) return schema.forEach((branch) => collect(branch, namespace, names));
  if ("name" in schema) {
    const name = fullName(schema, namespace);
    names.set(name, schema);
    const inner = name.slice(0, Math.max(0, name.lastIndexOf(".")));
    if (schema.type === "record") schema.fields.forEach((field) => collect(field.type, inner, names));
  }
  if (schema.type === "array") collect(schema.items, namespace, names);
  if (schema.type === "map") collect(schema.values, namespace, names);
}

/** The type itself where `schema` is the name of one. */
export function resolved(schema: AvroSchema, names: NamedTypes): AvroSchema {
  if (typeof schema !== "string") return schema;
  const exact = names.get(schema);
  if (exact !== undefined) return exact;
  // A short name: the contract's names are unique without their namespace inside one domain.
  return [...names].find(([name]) => name.endsWith(`.${schema}`))?.[1] ?? schema;
}

function kind(schema: AvroSchema): string {
  if (typeof schema === "string") return schema;
  return Array.isArray(schema) ? "union" : schema.type;
}

function describe(schema: AvroSchema): string {
  if (typeof schema === "object" && !Array.isArray(schema) && "name" in schema) return `${schema.type} ${schema.name}`;
  return kind(schema);
}
