// What the queries behind insights have in common: whose events, each once, and what they may cost.
import { storedTimeOf } from "../query/entry-row.ts";
import { settings, TIME, type Query } from "../query/query.ts";
import { countedConditions, type Selection } from "../query/selection.ts";
import type { InsightQuery } from "./insight.ts";
import { MOST_ROWS, QUERY_SECONDS } from "./thresholds.ts";

const SETTINGS = settings({
  max_execution_time: QUERY_SECONDS,
  do_not_merge_across_partitions_select_final: 1,
  optimize_move_to_prewhere_if_final: 1,
  use_skip_indexes_if_final: 1,
  use_skip_indexes_if_final_exact_mode: 0,
  max_memory_usage: 1_000_000_000,
  max_result_rows: MOST_ROWS,
  result_overflow_mode: "throw",
});

interface Part {
  /** Column of the answer to what it is made of. */
  readonly select: Readonly<Record<string, string>>;
  /** GROUP BY, HAVING, ORDER BY: the first rows are the ones that are kept. */
  readonly rest: string;
}

export interface InsightQueryParts extends Part {
  readonly where?: readonly string[];
  /** Over the rows of the above. */
  readonly outer?: Part;
  readonly params?: Query["params"];
}

/** `since`: milliseconds UTC, where the period begins; the selection's window may reach further back, to what it is compared with. */
export function insightQuery(selection: Selection, since: number, parts: InsightQueryParts): InsightQuery {
  const { from, conditions, params } = countedConditions(selection);
  const inner = [
    selectOf(parts),
    `FROM ${from}`,
    `WHERE ${[...conditions, ...(parts.where ?? [])].join("\n  AND ")}`,
    parts.rest,
  ];
  const { outer } = parts;
  const sql = outer === undefined ? inner : [selectOf(outer), "FROM (", ...inner, ")", outer.rest];
  const text = [...sql, `LIMIT ${MOST_ROWS}`, SETTINGS].join("\n");
  return {
    sql: text,
    params: { ...params, ...parts.params, ...(text.includes(SINCE) ? { since: storedTimeOf(since) } : {}) },
    columns: Object.keys((outer ?? parts).select),
  };
}

const selectOf = ({ select }: Part): string =>
  `SELECT ${Object.entries(select)
    .map(([column, made]) => `${made} AS ${column}`)
    .join(", ")}`;

export const SINCE = `{since:${TIME}}`;

/** Milliseconds UTC of a time in an aggregate. */
export const millisecondsOf = (expression: string): string => `toUnixTimestamp64Milli(${expression})`;
