// The second of two queries behind a page of the feed: every copy of the entries on it, which tells what arrived before.
import { EVENTS_TABLE } from "@audit-log/schemas";
import type { ArrivedKey } from "./arrived-keys-query.ts";
import { entryColumns } from "./entry-row.ts";
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
export function copiesQuery(keys: readonly ArrivedKey[]): Query {
  return {
    sql: [
      `SELECT ${entryColumns.join(", ")}`,
      `FROM ${EVENTS_TABLE}`,
      `WHERE (scope_id, event_time, event_id) IN {keys:Array(Tuple(String, ${TIME}, UUID))}`,
      "ORDER BY received_time, event_id",
      SETTINGS,
    ].join("\n"),
    params: { keys: keys.map(([scopeId, eventTime, id]) => [scopeId, eventTime, id]) },
  };
}
