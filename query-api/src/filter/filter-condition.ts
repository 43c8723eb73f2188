// From a filter to the condition of a query, as a value: the same filter gives the same text.
import { columnSql } from "@audit-log/schemas";
import { alsoMeant } from "./also-meant.ts";
import { fields } from "./fields/fields.ts";
import type { Expression, Filter } from "./filter.ts";
import { anyOf, type Bind, type BoundValue } from "./kinds/kind.ts";
import { searchCondition } from "./search.ts";

export interface FilterCondition {
  /** 1 for entries that match and 0 for all others; on columns of audit.events, fit to stand between ANDs. */
  readonly sql: string;
  /** Every value, and no value is anywhere else. */
  readonly params: Readonly<Record<string, BoundValue>>;
}

/** `prefix`: what the names of the parameters begin with, so that they are no other part's of the query. */
export function filterCondition(filter: Filter, prefix = "f"): FilterCondition {
  const params: Record<string, BoundValue> = {};
  let bound = 0;
  const bind: Bind = (value, type) => {
    const name = `${prefix}${bound}`;
    bound += 1;
    params[name] = value;
    return `{${name}:${type}}`;
  };
  return { sql: filter.kind === "all" ? "1" : conditionOf(filter, bind), params };
}

function conditionOf(expression: Expression, bind: Bind): string {
  switch (expression.kind) {
    case "and":
    case "or":
      return `(${expression.of.map((one) => conditionOf(one, bind)).join(expression.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `NOT (${conditionOf(expression.of, bind)})`;
    case "search": {
      const also = alsoMeant(expression.text);
      return anyOf([searchCondition(expression.text, bind), ...(also === undefined ? [] : [conditionOf(also, bind)])]);
    }
    case "present": {
      const { kind, column } = fields[expression.field];
      return kind.present(columnSql(column), bind);
    }
    default: {
      const { operator, values } = expression;
      const { kind, column } = fields[expression.field];
      const sql = columnSql(column);
      return operator === "!="
        ? `NOT (${kind.condition(sql, "=", values, bind)})`
        : kind.condition(sql, operator, values, bind);
    }
  }
}
