// A record's fields as a flat list with their types in words; parts of nested records stand under their path.
import { isRecord, type AvroField, type AvroRecord, type AvroSchema } from "../../avro-schema.ts";
import type { DocumentedField } from "../../catalogue-document.ts";
import { resolved, type NamedTypes } from "../../resolution.ts";

/** `names`: what a name inside the schema may mean. */
export function documentedFields(
  record: AvroRecord,
  names: NamedTypes,
  path = "",
  above: string[] = [],
): DocumentedField[] {
  return record.fields.flatMap((field) => {
    const name = path + field.name;
    const entry = { name, type: words(field.type, names), optional: "default" in field, about: field.doc ?? "" };
    const nested = nestedIn(field, names);
    // A record inside itself is explained once.
    if (nested === undefined || above.includes(nested.record.name)) return [entry];
    const inner = documentedFields(nested.record, names, `${name}${nested.step}`, [...above, nested.record.name]);
    return [entry, ...inner];
  });
}

function nestedIn(field: AvroField, names: NamedTypes): { record: AvroRecord; step: string } | undefined {
  const bare = withoutNull(field.type);
  if (typeof bare === "object" && !Array.isArray(bare) && bare.type === "array")
    return recordAt(bare.items, "[].", names);
  if (typeof bare === "object" && !Array.isArray(bare) && bare.type === "map")
    return recordAt(bare.values, "{}.", names);
  return recordAt(bare, ".", names);
}

function recordAt(
  schema: AvroSchema,
  step: string,
  names: NamedTypes,
): { record: AvroRecord; step: string } | undefined {
  const record = resolved(schema, names);
  return isRecord(record) ? { record, step } : undefined;
}

export const withoutNull = (schema: AvroSchema): AvroSchema =>
  Array.isArray(schema) ? (schema.find((branch) => branch !== "null") ?? "null") : schema;

/** "text", "list of texts", "one of RED, BLUE". Whether it may be null is said by `optional`: nothing else is nullable. */
export function words(schema: AvroSchema, names: NamedTypes): string {
  const bare = withoutNull(schema);
  if (typeof bare === "string") return names.has(bare) ? "object" : primitive(bare);
  if (Array.isArray(bare)) return "one of several";
  switch (bare.type) {
    case "record":
      return "object";
    case "enum":
      return `one of ${bare.symbols.join(", ")}`;
    case "fixed":
      return bare.logicalType === "uuid" ? "UUID" : "bytes";
    case "array":
      return `list of ${plural(words(bare.items, names))}`;
    case "map":
      return `${plural(words(bare.values, names))} by key`;
    default:
      return bare.logicalType === "timestamp-millis" ? "time, ms UTC" : primitive(bare.type);
  }
}

function primitive(name: string): string {
  switch (name) {
    case "string":
      return "text";
    case "int":
    case "long":
      return "whole number";
    case "float":
    case "double":
      return "number";
    case "boolean":
      return "true or false";
    default:
      return name;
  }
}

const plural = (word: string): string => (/^(text|whole number|number|object|UUID)$/.test(word) ? `${word}s` : word);
