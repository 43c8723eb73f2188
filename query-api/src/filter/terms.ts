// Filters made by the service itself: to find what belongs together, and to say in the language what was found.
import { fields, type FieldName } from "./fields/fields.ts";
import type { Expression, Term } from "./filter.ts";
import { MAX_VALUE_LENGTH } from "./limits.ts";

/** Undefined where the language cannot say it: no value, one that is too long, or one that the field does not understand. */
export function equals(field: FieldName, stored: string): Term | undefined {
  if (stored === "" || stored.length > MAX_VALUE_LENGTH) return undefined;
  const read = fields[field].kind.read({ text: stored, prefix: false }, "=");
  return read.ok ? { kind: "comparison", field, operator: "=", values: [read.value] } : undefined;
}

/** Undefined where a part is: a filter that says less would find more. */
export function allOf(...parts: readonly (Expression | undefined)[]): Expression | undefined {
  const said = parts.filter((part) => part !== undefined);
  const [only, ...more] = said;
  if (only === undefined || said.length < parts.length) return undefined;
  return more.length === 0
    ? only
    : { kind: "and", of: said.flatMap((part) => (part.kind === "and" ? part.of : [part])) };
}

export const not = (of: Expression): Expression => ({ kind: "not", of });
