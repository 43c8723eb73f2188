// The symbols of an enumeration of the envelope, by its path.
import { type AvroRecord, isRecord } from "@audit-log/schemas";

export function symbolsAt(record: AvroRecord, path: string): readonly string[] {
  const [name, ...rest] = path.split(".");
  const type = record.fields.find((field) => field.name === name)?.type;
  if (type === undefined || typeof type === "string" || Array.isArray(type))
    throw new Error(`${path} is no enumeration`);
  if (rest.length > 0 && isRecord(type)) return symbolsAt(type, rest.join("."));
  if (type.type !== "enum") throw new Error(`${path} is no enumeration`);
  return type.symbols;
}
