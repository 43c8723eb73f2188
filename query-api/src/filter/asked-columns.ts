// Which columns a filter asks for.
import type { FieldColumn } from "./fields/field.ts";
import { fields } from "./fields/fields.ts";
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
