// Random values of an Avro schema as fast-check arbitraries: every length of text, every branch, the borders of every number.
import {
  type AvroRecord,
  type AvroSchema,
  fullName,
  isRecord,
  namedTypes,
  type NamedTypes,
  resolved,
} from "@audit-log/schemas";
import fc from "fast-check";

/** Beyond it avsc reads no integer. */
const MAX_LONG = Number.MAX_SAFE_INTEGER - 1;

export const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ maxLength: 80 }),
  fc.constantFrom(
    "",
    '"',
    "\\",
    "\n\u0000\u001f",
    "\u007f\u2028",
    "ü",
    "💥",
    "x".repeat(127),
    "x".repeat(128),
    "y".repeat(20_000),
  ),
);

/** An event of the domain's schema whose details are those of the given record. */
export function eventOf(schema: AvroRecord, details: AvroRecord, change: Record<string, fc.Arbitrary<unknown>>) {
  const names = namedTypes(schema);
  const envelope = schema.fields.filter(({ name }) => name !== "details");
  const fields = Object.fromEntries(envelope.map(({ name, type }) => [name, valueOf(type, names)]));
  const branch = valueOf(details, names).map((value) => ({ [fullName(details, "audit")]: value }));
  return fc.record({ ...fields, details: branch, ...change });
}

function valueOf(type: AvroSchema, names: NamedTypes): fc.Arbitrary<unknown> {
  const schema = resolved(type, names);
  if (typeof schema === "string") return primitive(schema);
  if (Array.isArray(schema)) return union(schema, names);
  if (isRecord(schema))
    return fc.record(Object.fromEntries(schema.fields.map((field) => [field.name, valueOf(field.type, names)])));
  switch (schema.type) {
    case "enum":
      return fc.constantFrom(...schema.symbols);
    case "fixed":
      return fc.uint8Array({ minLength: schema.size, maxLength: schema.size }).map((bytes) => Buffer.from(bytes));
    case "array":
      return fc.array(valueOf(schema.items, names), { maxLength: 4 });
    case "map":
      return fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        valueOf(schema.values, names),
        { maxKeys: 25, noNullPrototype: true },
      );
    default:
      return primitive(schema.type);
  }
}

function union(branches: AvroSchema[], names: NamedTypes): fc.Arbitrary<unknown> {
  const [nothing, other] = branches;
  if (branches.length !== 2 || nothing !== "null" || other === undefined)
    throw new Error("not a union of the contract");
  return fc.oneof(fc.constant(null), valueOf(other, names));
}

function primitive(name: string): fc.Arbitrary<unknown> {
  switch (name) {
    case "boolean":
      return fc.boolean();
    case "int":
      return fc.integer();
    case "long":
      return fc.oneof(fc.integer({ min: -MAX_LONG, max: MAX_LONG }), fc.integer(), fc.nat(300));
    case "float":
      return fc.float();
    case "double":
      return fc.double();
    case "string":
      return text;
    default:
      throw new Error(`no random ${name}`);
  }
}
