// The query behind every list of entries, as a value: the same arguments give the same text.
import { RETENTION_DAYS, SCOPE_ENTRIES } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import { entryColumns, storedTimeOf } from "./entry-row.ts";
import type { Page } from "./page.ts";
import type { Window } from "./window.ts";

export interface Query {
  /** Values only as `{name:Type}`, columns only from the list of entry columns. */
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * What one page may cost the server. The reader leaves at PAGE_BYTES (store/fill-page.ts), so blocks are small enough that little is
 * read in vain; the result's bound lies well above what is sent by then, and is an error and never a shorter answer.
 */
const SETTINGS = {
  max_execution_time: 10,
  max_block_size: 64,
  max_result_bytes: 100_000_000,
  result_overflow_mode: "'throw'",
  // Reading the other columns after the LIMIT makes one block of the whole page, whatever its size.
  query_plan_optimize_lazy_materialization: 0,
  // Formatting in parallel collects many blocks before it writes the first.
  output_format_parallel_formatting: 0,
};

const TIME = "DateTime64(3, 'UTC')";

/**
 * Up to `page.limit` + 1 rows, newest first: the one too many tells that there is a next page. An event that was stored twice and not
 * merged yet comes twice, side by side: LIMIT BY here would read the whole window before the first row.
 */
export function entriesQuery(scope: AuthorizedScope, window: Window, page: Page): Query {
  const rows = page.limit + 1;
  const { after } = page;
  const conditions = [
    `event_time >= {start:${TIME}}`,
    `event_time < {end:${TIME}}`,
    // Retention holds whatever the caller asked and whether or not the table has dropped the day.
    `event_time >= now64(3) - INTERVAL ${RETENTION_DAYS} DAY`,
    // The first condition says nothing more, but the sorting key can use it.
    ...(after === undefined
      ? []
      : [`event_time <= {lastTime:${TIME}}`, `(event_time < {lastTime:${TIME}} OR event_id < {lastId:UUID})`]),
  ];
  return {
    sql: [
      `SELECT ${entryColumns.join(", ")}`,
      `FROM ${SCOPE_ENTRIES}`,
      `WHERE ${conditions.join("\n  AND ")}`,
      "ORDER BY event_time DESC, event_id DESC",
      "LIMIT {rows:UInt32}",
      `SETTINGS ${Object.entries({ ...SETTINGS, max_result_rows: rows })
        .map(([name, value]) => `${name} = ${value}`)
        .join(", ")}`,
    ].join("\n"),
    params: {
      scopeId: scope.id,
      scopeType: scope.type,
      visibilities: scope.visibilities,
      start: storedTimeOf(window.start),
      end: storedTimeOf(window.end),
      ...(after === undefined ? {} : { lastTime: storedTimeOf(after.eventTime), lastId: after.id }),
      rows,
    },
  };
}
