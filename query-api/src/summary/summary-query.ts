// The question as one query: histogram and facets are counted side by side while the table is read once.
import { settings, type Query } from "../query/query.ts";
import { countedConditions, type Selection } from "../query/selection.ts";
import { facetColumns, type FacetName } from "./facets.ts";
import { intervals } from "./interval.ts";
import { MOST_VALUES, type Question } from "./summary.ts";

/**
 * FINAL: of an event that is stored several times one is counted. Copies have the same time, so that no two weeks need be compared; a week
 * that is one part is read as it is. Conditions may be looked at before, because copies differ in nothing but their arrival.
 */
const SETTINGS = settings({
  max_execution_time: 10,
  do_not_merge_across_partitions_select_final: 1,
  optimize_move_to_prewhere_if_final: 1,
  use_skip_indexes_if_final: 1,
  use_skip_indexes_if_final_exact_mode: 0,
  force_grouping_standard_compatibility: 1,
  // Ids of resources may be as many as events: rather an error than all of a server's memory.
  max_memory_usage: 2_000_000_000,
  max_result_rows: 20_000,
  result_overflow_mode: "throw",
});

const BUCKET = "bucket";

/** Columns of the answer: which set the row is of, its bucket (number of intervals since 1970), the values of `columns`, the count. */
export interface SummaryQuery extends Query {
  readonly columns: readonly string[];
  /** Value of the first column for a set that has these. */
  readonly setOf: (columns: readonly string[]) => number;
}

export const HISTOGRAM_COLUMNS = [BUCKET, "outcome"] as const;

export function summaryQuery(selection: Selection, { interval, facets }: Question): SummaryQuery {
  const { from, conditions, params } = countedConditions(selection);
  const columns = [...new Set(["outcome", ...facets.flatMap(facetColumns)])];
  const sets = [HISTOGRAM_COLUMNS, ...facets.map((facet: FacetName) => facetColumns(facet))];
  const keys = [BUCKET, ...columns];
  return {
    sql: [
      `SELECT grouped, ${keys.join(", ")}, counted FROM (`,
      `SELECT grouping(${keys.join(", ")}) AS grouped, intDiv(toUnixTimestamp(event_time), {step:UInt32}) AS ${BUCKET}, ${columns.join(", ")}, count() AS counted`,
      `FROM ${from}`,
      `WHERE ${conditions.join("\n  AND ")}`,
      `GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(", ")})`).join(", ")}))`,
      // What is absent comes first, so that it is always among them; of a histogram a bucket has as many rows as there are outcomes.
      `ORDER BY grouped, ${BUCKET}, (${columns.map((column) => `${column} = ''`).join(" AND ")}) DESC, counted DESC, ${columns.join(", ")}`,
      `LIMIT ${MOST_VALUES + 1} BY grouped, ${BUCKET}`,
      SETTINGS,
    ].join("\n"),
    params: { ...params, step: intervals[interval] },
    columns,
    // A bit for each key, the first the highest: 1 where the set has not got it (SQL:2003).
    setOf: (set) => keys.reduce((bits, key) => bits * 2 + (set.includes(key) ? 0 : 1), 0),
  };
}
