// Avro schema → TypeScript source. Named types become interfaces of their own.
import type { AvroField, AvroRecord, AvroSchema } from "../avro-schema.ts";

/** Interfaces of a list of records and of every named type inside, in order of first use. */
export function interfacesOf(records: AvroRecord[]): string {
  const written = new Map<string, string>();
  for (const record of records) named(record, written);
  return [...written.values()].join("\n");
}

function named(schema: AvroRecord, written: Map<string, string>): string {
  const name = simpleName(schema.name);
  if (written.has(name)) return name;
  written.set(name, "");
  const fields = schema.fields.map((field) => member(field, written));
  const body =
    fields.length === 0
      ? `export type ${name} = Record<never, never>;\n`
      : `export interface ${name} {\n${fields.join("")}}\n`;
  written.set(name, doc(schema.doc, "") + body);
  return name;
}

function member(field: AvroField, written: Map<string, string>): string {
  const type = typeOf(field.type, written);
  // An optional field has a default: the encoder writes it where the caller leaves the field out.
  const optional = "default" in field;
  return `${doc(field.doc, "  ")}  ${field.name}${optional ? "?" : ""}: ${type}${optional ? " | undefined" : ""};\n`;
}

function typeOf(schema: AvroSchema, written: Map<string, string>): string {
  if (typeof schema === "string") return primitive(schema);
  if (Array.isArray(schema)) return union(schema, written);
  switch (schema.type) {
    case "record":
      return named(schema, written);
    case "enum":
      return schema.symbols.map((symbol) => JSON.stringify(symbol)).join(" | ");
    case "fixed":
      return "Buffer";
    case "array": {
      const item = typeOf(schema.items, written);
      return item.includes(" ") ? `(${item})[]` : `${item}[]`;
    }
    case "map":
      return `Record<string, ${typeOf(schema.values, written)}>`;
    default:
      return primitive(schema.type);
  }
}

function union(branches: AvroSchema[], written: Map<string, string>): string {
  const [first, second] = branches;
  if (branches.length !== 2 || first !== "null" || second === undefined) {
    throw new Error('inside the envelope and details a union is always ["null", x]');
  }
  return `${typeOf(second, written)} | null`;
}

function primitive(name: string): string {
  switch (name) {
    case "null":
      return "null";
    case "boolean":
      return "boolean";
    case "int":
    case "long":
    case "float":
    case "double":
      return "number";
    case "string":
      return "string";
    case "bytes":
      return "Buffer";
    default:
      return simpleName(name);
  }
}

const simpleName = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

function doc(text: string | undefined, indent: string): string {
  return text === undefined || text === "" ? "" : `${indent}/** ${text} */\n`;
}
