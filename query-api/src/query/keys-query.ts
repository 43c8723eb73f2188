// What a page begins with. Of one scope, which is read in the order of the table: its entries. Of everything below a scope: which entries are on
// it, for that costs the columns that are asked about and the sorting key; whatever else an entry has is read for those alone that are shown (rows-query.ts).
import { ORGANIZATION_OUTLINES } from "@audit-log/schemas";
import { WIRE_COLUMNS, WIRE_FORMAT } from "../wire/columns.ts";
import { isByOrganization } from "./by-organization.ts";
import { isoOf, storedTimeOf } from "./entry-row.ts";
import type { Page } from "./page.ts";
import type { Position } from "./position.ts";
import { settings, TIME, type Query } from "./query.ts";
import { selectionConditions, type Conditions, type Selection } from "./selection.ts";

/** Sorting key of audit.events: scope_id, event_time as stored, event_id. */
export type EntryKey = readonly [scopeId: string, eventTime: string, id: string];

export const positionOfKey = ([, eventTime, id]: EntryKey): Position => ({
  eventTime: Date.parse(isoOf(eventTime)),
  id,
});

/** With all that stands beside it in one answer it ends before that is given up (server-options.ts). */
const EXECUTION_SECONDS = 6;

/** Entries that one query may answer whole: as many of the largest events (256 KiB) are what ClickHouse then holds at once. */
export const MOST_ENTRIES = 128;

/** In the page's order. An event that was stored twice and not merged yet comes twice, side by side. */
export const keysQuery = (selection: Selection, page: Page): Query => pageQuery(KEYS, selection, page);

/**
 * The same with all that an entry has, for at most MOST_ENTRIES of one scope. ClickHouse looks for the page by what is asked about and reads the entries
 * late, through the view, too (infra/decisions/0022-storage-for-reading.md): one query costs less than two, of which most is planning.
 */
export function entriesQuery(selection: Selection, page: Page): Query {
  const { sql, params } = pageQuery(WIRE_COLUMNS, selection, page);
  return { sql: `${sql}\n${WIRE_FORMAT}`, params };
}

function pageQuery(columns: string, selection: Selection, page: Page): Query {
  const { from, conditions, params } = selectionConditions(selection);
  const beyond = afterCondition(page.order, page.after);
  const direction = page.order === "newest-first" ? "DESC" : "ASC";
  const bounds = settings({
    max_execution_time: EXECUTION_SECONDS,
    max_result_rows: page.limit,
    result_overflow_mode: "throw",
    // Which indexes are of no use is not found out anew with every page. Without a filter the sorting key says it all.
    optimize_use_projections: 0,
    ...(selection.filter.kind === "all" && !selection.descendants ? { use_skip_indexes: 0 } : {}),
  });
  return {
    sql: [
      `SELECT ${columns}`,
      `FROM ${isByOrganization(selection) ? ORGANIZATION_OUTLINES : from}`,
      `WHERE ${[...conditions, ...beyond.conditions].join("\n  AND ")}`,
      `ORDER BY event_time ${direction}, event_id ${direction}`,
      "LIMIT {rows:UInt32}",
      bounds,
    ].join("\n"),
    params: { ...params, ...beyond.params, rows: page.limit },
  };
}

const KEYS = "scope_id, event_time, event_id";

function afterCondition(order: Page["order"], after: Page["after"]): Conditions {
  if (after === undefined) return { conditions: [], params: {} };
  const comparison = order === "newest-first" ? "<" : ">";
  return {
    // The first says nothing more, but the sorting key can use it.
    conditions: [
      `event_time ${comparison}= {lastTime:${TIME}}`,
      `(event_time ${comparison} {lastTime:${TIME}} OR event_id ${comparison} {lastId:UUID})`,
    ],
    params: { lastTime: storedTimeOf(after.eventTime), lastId: after.id },
  };
}
