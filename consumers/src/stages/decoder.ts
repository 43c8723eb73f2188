// One writer's schema → how its bodies are walked and read. Made once per schema id.
import type { AuditEvent, AvroField, AvroRecord, AvroSchema, Walker, WriterSchema } from "@audit-log/schemas";
import { compileTextCheck, compileType, compileWalker, envelopeSchema, isRecord, unreadable } from "@audit-log/schemas";

export interface Decoder {
  /** Proves that a body is whole and its counts are honest; throws MalformedAvro. */
  walk: Walker;
  /** Proves that a whole body's strings are UTF-8; throws MalformedText. */
  checkTexts: Walker;
  /** The event, its envelope as this program knows it, whatever the writer's looks like. */
  read: (body: Buffer) => AuditEvent;
}

/** Throws where the writer's schema is not an event's. */
export function requireEventSchema(schema: AvroSchema): void {
  const misfit = unreadable({ schema: envelopeSchema, root: envelopeSchema }, { schema, root: schema })[0];
  if (misfit !== undefined) throw new Error(`not an event's: ${misfit.path} ${misfit.fault}`);
  if (!isRecord(schema) || !schema.fields.some(({ name }) => name === "details")) throw new Error("it has no details");
}

/** Throws where the writer's schema is not an event's. */
export function decoderOf({ type, schema }: WriterSchema): Decoder {
  requireEventSchema(schema);
  const checks = { walk: compileWalker(schema), checkTexts: compileTextCheck(schema) };
  if (isOurEnvelope(schema)) return { ...checks, read: (body) => type.fromBuffer(body, undefined, true) };
  const reader = compileType(readerSchema(schema));
  const resolver = reader.createResolver(type);
  return { ...checks, read: (body) => reader.fromBuffer(body, resolver, true) };
}

const envelopeOf = (schema: AvroSchema): AvroField[] =>
  typeof schema === "object" && "fields" in schema ? schema.fields.filter((field) => field.name !== "details") : [];

/** As avsc writes it, so that notation makes no difference. */
const canonical = (schema: AvroRecord): string =>
  JSON.stringify(compileType({ ...schema, name: "audit.Event" }).schema());

function isOurEnvelope(schema: AvroSchema): boolean {
  const bare: AvroRecord = { ...envelopeSchema, fields: envelopeOf(schema) };
  return canonical(bare) === canonical(envelopeSchema);
}

/** Our envelope around the writer's own details: another envelope is resolved into the shape that rows are made of. */
function readerSchema(schema: AvroSchema): AvroRecord {
  if (typeof schema !== "object" || !("fields" in schema)) throw new Error("not a record");
  const details = schema.fields.filter((field) => field.name === "details");
  return { ...envelopeSchema, name: schema.name, fields: [...envelopeSchema.fields, ...details] };
}
