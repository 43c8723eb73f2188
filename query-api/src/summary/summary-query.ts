// The question as one query: histogram and facets are counted side by side while the table is read once.
import { ORGANIZATION_OUTLINES } from "@audit-log/schemas";
import { tellsByOrganization } from "../query/by-organization.ts";
import { storedTimeOf } from "../query/entry-row.ts";
import { settings, TIME, type Query } from "../query/query.ts";
import { countedConditions, type Conditions, type Selection } from "../query/selection.ts";
import type { Source } from "../query/scope-source.ts";
import type { Window } from "../query/window.ts";
import { facetColumns, type FacetName } from "./facets.ts";
import { kindCounts, pairsOfKinds } from "./initiator-kinds.ts";
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

/** Columns of the answer: which set the row is of, its bucket (number of intervals since 1970), the values of `columns`, the kind of an initiator that was counted by its id, the count. */
export interface SummaryQuery extends Query {
  readonly columns: readonly string[];
  /** What a facet's set has. */
  readonly keysOf: (facet: FacetName) => readonly string[];
  /** Value of the first column for a set that has these. */
  readonly setOf: (columns: readonly string[]) => number;
}

export const HISTOGRAM_COLUMNS = [BUCKET, "outcome"] as const;

/** Whether it costs less to count where weeks are settled. */
export const gainsBySettledWeeks = (selection: Selection, { facets }: Question): boolean =>
  tellsByOrganization(selection, ["outcome", ...facets.flatMap(facetColumns)]);

export interface Counting {
  /** Weeks in which each event lies once; only of a question that gains by them. */
  readonly settled?: Window | undefined;
  /** Initiators have id and kind as their key, whatever kinds there are. Otherwise the id alone, and the kinds that are known are counted beside it, for a third of the price. */
  readonly byPair?: boolean;
}

export function summaryQuery(
  selection: Selection,
  { interval, facets }: Question,
  { settled, byPair = false }: Counting = {},
): SummaryQuery {
  const keysOf = (facet: FacetName): readonly string[] =>
    facet === "initiator" && !byPair ? ["initiator_id"] : facetColumns(facet);
  const columns = [...new Set(["outcome", ...facets.flatMap(keysOf)])];
  const read = [...new Set([...columns, ...facets.flatMap(facetColumns)])];
  const byKind = facets.includes("initiator") && !byPair;
  const { from, conditions, params } = counted(selection, read, settled);
  // Outcomes are the histogram's, added up.
  const sets = [HISTOGRAM_COLUMNS, ...facets.filter((facet) => facet !== "outcome").map(keysOf)];
  const keys = [BUCKET, ...columns];
  // A bit for each key, the first the highest: 1 where the set has not got it (SQL:2003).
  const setOf = (set: readonly string[]): number =>
    keys.reduce((bits, key) => bits * 2 + (set.includes(key) ? 0 : 1), 0);
  const alone = "[('', counted)]";
  const pairs = byKind ? `if(grouped = ${setOf(keysOf("initiator"))}, ${pairsOfKinds}, ${alone})` : alone;
  return {
    sql: [
      `SELECT grouped, ${keys.join(", ")}, pair.1 AS kind, pair.2 AS entries FROM (`,
      `SELECT grouping(${keys.join(", ")}) AS grouped, intDiv(toUnixTimestamp(event_time), {step:UInt32}) AS ${BUCKET}, ${columns.join(", ")}, ${byKind ? kindCounts : "[]"} AS kinds, count() AS counted`,
      `FROM ${from}`,
      ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join("\n  AND ")}`]),
      `GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(", ")})`).join(", ")}))`,
      `ARRAY JOIN ${pairs} AS pair`,
      "WHERE entries > 0",
      // What is absent comes first, so that it is always among them; of a histogram a bucket has as many rows as there are outcomes.
      `ORDER BY grouped, ${BUCKET}, (${[...columns, "kind"].map((column) => `${column} = ''`).join(" AND ")}) DESC, entries DESC, ${columns.join(", ")}, kind`,
      `LIMIT ${MOST_VALUES + 1} BY grouped, ${BUCKET}`,
      SETTINGS,
    ].join("\n"),
    params: { ...params, step: intervals[interval] },
    columns,
    keysOf,
    setOf,
  };
}

/** Settled weeks are read from the projection, in which an organization's entries lie side by side; the others with FINAL. */
function counted(selection: Selection, columns: readonly string[], settled: Window | undefined): Source & Conditions {
  const unsettled = countedConditions(selection);
  if (settled === undefined) return unsettled;
  const [from, until] = [`event_time >= {settledStart:${TIME}}`, `event_time < {settledEnd:${TIME}}`];
  // Not by the week: that would be found out of every row.
  const within = pieceOf(ORGANIZATION_OUTLINES, columns, [...unsettled.conditions, from, until]);
  const { start, end } = selection.window;
  const outside =
    settled.start <= start && settled.end >= end
      ? []
      : [pieceOf(unsettled.from, columns, [...unsettled.conditions, `NOT (${from} AND ${until})`])];
  const params = { settledStart: storedTimeOf(settled.start), settledEnd: storedTimeOf(settled.end) };
  return {
    from: `(${[within, ...outside].join("\nUNION ALL\n")})`,
    conditions: [],
    params: { ...unsettled.params, ...params },
  };
}

const pieceOf = (from: string, columns: readonly string[], conditions: readonly string[]): string =>
  [`SELECT event_time, ${columns.join(", ")}`, `FROM ${from}`, `WHERE ${conditions.join("\n  AND ")}`].join("\n");
