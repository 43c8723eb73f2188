// The fields of an event for who fills a table without the worker: as JSON, as columns of a table that keeps each apart, and as what SQL puts into the events table.
import {
  columns,
  entryParts,
  entrySql,
  storedFields,
  uuidText,
  type EntryPart,
  type StoredEvent,
} from "@audit-log/schemas";

/** Values of all fields by name, as JSON takes them. */
export type FieldValues = Readonly<Record<string, string | number>>;

export function fieldValues(stored: StoredEvent): FieldValues {
  const values: Record<string, string | number> = {};
  for (const field of storedFields)
    values[field.name] = field.type === "UUID" ? uuidText(field.value(stored)) : field.value(stored);
  return values;
}

const plainColumns = columns.flatMap(({ name, type }) => (type === "Bytes" ? [] : [name]));
const isPlain: ReadonlySet<string> = new Set(plainColumns);

/** What `insertedRow` has, to be named in the INSERT. `entry` has bytes that JSON cannot have: its parts travel as a list. */
export const insertedRowColumns: [string, ...string[]] = ["entry_parts", ...plainColumns];

/** A row of the events table in JSON. */
export function insertedRow(fields: FieldValues): Record<string, unknown> {
  const row: Record<string, unknown> = { entry_parts: entryParts((part) => String(fields[part])) };
  for (const name of plainColumns) row[name] = fields[name];
  return row;
}

/** Columns of a table with a column for every field, in the words of CREATE TABLE. */
export const declaredFields = storedFields.map(({ name, type }) => `${name} ${type}`).join(", ");

/** What is inserted into the events table, to be named in the INSERT. */
export const insertedNames = columns.map(({ name }) => name).join(", ");

/** The list of a SELECT that makes `insertedNames`; `valueOf`: SQL of a field. Each is called `out_…`, so that no value is taken for a column of the source. */
export function insertedValues(valueOf: (field: string) => string): string {
  const partOf = (part: EntryPart): string => (isPlain.has(part) ? `out_${part}` : valueOf(part));
  const values = columns.map(
    ({ name, type }) => `${type === "Bytes" ? entrySql(partOf) : valueOf(name)} AS out_${name}`,
  );
  return values.join(",\n      ");
}
