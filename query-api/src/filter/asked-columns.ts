// What a filter asks for, as far as it decides how entries are looked for.
import type { FieldColumn } from "./fields/field.ts";
import { fields, type FieldName } from "./fields/fields.ts";
import type { Filter } from "./filter.ts";

/** Whether it asks for none but these. A search asks for texts. */
export function asksOnly(filter: Filter, columns: ReadonlySet<FieldColumn>): boolean {
  switch (filter.kind) {
    case "all":
      return true;
    case "search":
      return false;
    case "and":
    case "or":
      return filter.of.every((one) => asksOnly(one, columns));
    case "not":
      return asksOnly(filter.of, columns);
    default:
      return columns.has(fields[filter.field].column);
  }
}

/** Of these a value is in few entries, and a skip index of the table knows where. */
const RARE: ReadonlySet<FieldName> = new Set(["id", "resource.id", "correlationId", "operationId"]);

/** Whether all that it can match has one of few rare values. */
export const isRare = (filter: Filter): boolean =>
  (filter.kind === "comparison" && filter.operator === "=" && RARE.has(filter.field)) ||
  (filter.kind === "and" && filter.of.some(isRare));
