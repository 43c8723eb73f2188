// The part of the Avro schema language that the contract uses, as TypeScript types.

export type AvroSchema =
  | string
  | AvroSchema[]
  | AvroRecord
  | DetailRecord
  | AvroEnum
  | AvroFixed
  | AvroArray
  | AvroMap
  | AvroPrimitive;

export interface AvroField {
  name: string;
  doc?: string;
  type: AvroSchema;
  default?: unknown;
}

export interface AvroRecord {
  type: "record";
  name: string;
  namespace?: string;
  doc?: string;
  fields: AvroField[];
}

export interface AvroEnum {
  type: "enum";
  name: string;
  namespace?: string;
  symbols: string[];
  default?: string;
}

export interface AvroFixed {
  type: "fixed";
  name: string;
  namespace?: string;
  size: number;
  logicalType?: string;
}

export interface AvroArray {
  type: "array";
  items: AvroSchema;
}

export interface AvroMap {
  type: "map";
  values: AvroSchema;
}

/** A primitive written as an object, usually to carry a logical type. */
export interface AvroPrimitive {
  type: "null" | "boolean" | "int" | "long" | "float" | "double" | "bytes" | "string";
  logicalType?: string;
}

/** A detail record: one event. The attributes are the contract's own (design: "The contract"). */
export interface DetailRecord extends AvroRecord {
  namespace: string;
  doc: string;
  eventName: string;
  eventType: "ADMIN_ACTIVITY" | "SYSTEM_EVENT" | "POLICY_DENIED";
  category: "ADMINISTRATIVE" | "ACCESS";
  owner: string;
  since: string;
  version: string;
  resourceType: string;
  operations: string[];
  /** The event that started the long operation whose end this event is. */
  endOf?: string;
  /** Parts that the event never records. */
  omits?: string[];
  sentence: string;
}

export const fullName = (schema: { name: string; namespace?: string | undefined }, enclosing = ""): string => {
  if (schema.name.includes(".")) return schema.name;
  const namespace = schema.namespace ?? enclosing;
  return namespace === "" ? schema.name : `${namespace}.${schema.name}`;
};

/** The detail records of a domain's schema: the branches of the union `details`. */
export function detailRecords(schema: AvroRecord): AvroRecord[] {
  const details = schema.fields.find((field) => field.name === "details")?.type;
  return Array.isArray(details) ? details.filter(isRecord) : [];
}

export const isRecord = (schema: AvroSchema): schema is AvroRecord =>
  typeof schema === "object" && !Array.isArray(schema) && schema.type === "record";
