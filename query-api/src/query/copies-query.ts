// The second of two queries behind a page of the feed: every copy of the entries on it, which tells what arrived before.
import type { ArrivedKey } from "./arrived-keys-query.ts";
import { entryColumns } from "./entry-row.ts";
import { scopeSource } from "./scope-source.ts";
import type { Selection } from "./selection.ts";
import { settings, TIME, type Query } from "./query.ts";

/** As those of a page by event time (rows-query.ts). */
const SETTINGS = settings({
  max_execution_time: 4,
  max_block_size: 64,
  max_result_bytes: 100_000_000,
  result_overflow_mode: "throw",
  output_format_parallel_formatting: 0,
});

/** In the order of arrival. At most MOST_KEYS keys. */
export function copiesQuery(
  { scope, descendants }: Pick<Selection, "scope" | "descendants">,
  keys: readonly ArrivedKey[],
): Query {
  const { from, params } = scopeSource(scope, descendants);
  return {
    sql: [
      `SELECT ${entryColumns.join(", ")}`,
      `FROM ${from}`,
      `WHERE (scope_id, event_time, event_id) IN {keys:Array(Tuple(String, ${TIME}, UUID))}`,
      "ORDER BY received_time, event_id",
      SETTINGS,
    ].join("\n"),
    params: { ...params, keys: keys.map(([scopeId, eventTime, id]) => [scopeId, eventTime, id]) },
  };
}
