// Details as the API must show them, worked out from what the caller said and the published schema alone: what the caller left out is there
// as null, at every depth; what the schema does not know is not there.
import {
  detailRecords,
  domainSchemas,
  fullName,
  type AvroRecord,
  type AvroSchema,
  type CatalogueEvent,
} from "@audit-log/schemas";
import type { Json } from "./expected-entry.ts";

/** Records by their full name: a schema spells each out once and names it from then on. */
type Known = ReadonlyMap<string, { record: AvroRecord; namespace: string }>;

export function expectedDetails(details: Json, { domain, record: name }: CatalogueEvent): Json {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`there is no schema of ${domain}`);
  const known = recordsIn(schema, "");
  const record = known.get(name)?.record;
  if (record === undefined || !detailRecords(schema).includes(record))
    throw new Error(`the schema of ${domain} has no ${name}`);
  return ofRecord(details, record, known.get(name)?.namespace ?? "", known);
}

function recordsIn(
  schema: AvroSchema,
  enclosing: string,
  known = new Map<string, { record: AvroRecord; namespace: string }>(),
): Known {
  if (typeof schema === "string") return known;
  if (Array.isArray(schema)) for (const branch of schema) recordsIn(branch, enclosing, known);
  else if (schema.type === "array") recordsIn(schema.items, enclosing, known);
  else if (schema.type === "map") recordsIn(schema.values, enclosing, known);
  else if (schema.type === "record") {
    const name = fullName(schema, enclosing);
    const namespace = name.slice(0, Math.max(0, name.lastIndexOf(".")));
    known.set(name, { record: schema, namespace });
    for (const { type } of schema.fields) recordsIn(type, namespace, known);
  }
  return known;
}

function ofRecord(value: Json, { fields }: AvroRecord, namespace: string, known: Known): Json {
  return Object.fromEntries(
    fields.map(({ name, type }) => [name, ofType(value[name] ?? null, type, namespace, known)]),
  );
}

function ofType(value: unknown, type: AvroSchema, namespace: string, known: Known): unknown {
  if (value === null) return null;
  if (typeof type === "string") {
    const named = known.get(type) ?? known.get(`${namespace}.${type}`);
    return named === undefined ? value : ofRecord(Object(value), named.record, named.namespace, known);
  }
  if (Array.isArray(type)) {
    // The contract's unions are of null and one other type.
    const [other, ...more] = type.filter((branch) => branch !== "null");
    if (other === undefined || more.length > 0) throw new Error("a union of more than null and one type");
    return ofType(value, other, namespace, known);
  }
  if (type.type === "record")
    return ofRecord(Object(value), type, known.get(fullName(type, namespace))?.namespace ?? "", known);
  if (type.type === "array" && Array.isArray(value))
    return value.map((item) => ofType(item, type.items, namespace, known));
  if (type.type === "map") {
    const entries = Object.entries(Object(value)).map(([key, item]) => [
      key,
      ofType(item, type.values, namespace, known),
    ]);
    return Object.fromEntries(entries);
  }
  return value;
}
