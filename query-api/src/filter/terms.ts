// Filters made by the service itself: to find what belongs together, and to say in the language what was found.
import { fields, type FieldName } from "./fields/fields.ts";
import type { Expression, Term } from "./filter.ts";
import { MAX_VALUE_LENGTH } from "./limits.ts";

/** Any of the values. Undefined where the language cannot say it: none, one that is too long, or one that the field does not understand. */
export function equals(field: FieldName, ...stored: readonly string[]): Term | undefined {
  const values = stored.map((text) => {
    if (text === "" || text.length > MAX_VALUE_LENGTH) return undefined;
    const read = fields[field].kind.read({ text, prefix: false }, "=");
    return read.ok ? read.value : undefined;
  });
  const said = values.filter((value) => value !== undefined);
  return said.length === 0 || said.length < values.length
    ? undefined
    : { kind: "comparison", field, operator: "=", values: said };
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

export const present = (field: FieldName): Expression => ({ kind: "present", field });
