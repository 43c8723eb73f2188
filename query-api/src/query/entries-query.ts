// The query behind every list of entries, as a value: the same arguments give the same text.
import { EVENTS_TABLE, RETENTION_DAYS } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import { entryColumns, storedTimeOf } from "./entry-row.ts";
import type { Page } from "./page.ts";
import type { Window } from "./window.ts";

export interface Query {
  /** Values only as `{name:Type}`, columns only from the list of entry columns. */
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What one page may cost the server. The bytes are those of 1,001 events of the largest size (256 KiB) with room to spare. */
const MAX_EXECUTION_SECONDS = 10;
const MAX_RESULT_BYTES = 400_000_000;

const TIME = "DateTime64(3, 'UTC')";

/** Up to `page.limit` + 1 rows, newest first: the one too many tells that there is a next page. */
export function entriesQuery(scope: AuthorizedScope, window: Window, page: Page): Query {
  const rows = page.limit + 1;
  const { after } = page;
  const conditions = [
    "scope_id = {scopeId:String}",
    "scope_type = {scopeType:String}",
    "visibility = {visibility:String}",
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
      `FROM ${EVENTS_TABLE}`,
      `WHERE ${conditions.join("\n  AND ")}`,
      "ORDER BY event_time DESC, event_id DESC",
      "LIMIT 1 BY event_id", // an event that was stored twice and not merged yet
      "LIMIT {rows:UInt32}",
      `SETTINGS max_execution_time = ${MAX_EXECUTION_SECONDS}, max_result_rows = ${rows}, max_result_bytes = ${MAX_RESULT_BYTES}, result_overflow_mode = 'throw'`,
    ].join("\n"),
    params: {
      scopeId: scope.id,
      scopeType: scope.type,
      visibility: "PUBLIC", // no role sees PRIVATE entries
      start: storedTimeOf(window.start),
      end: storedTimeOf(window.end),
      ...(after === undefined ? {} : { lastTime: storedTimeOf(after.eventTime), lastId: after.id }),
      rows,
    },
  };
}
