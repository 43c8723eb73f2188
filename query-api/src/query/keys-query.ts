// What a page begins with. Of one scope, which is read in the order of the table: its entries. Of everything below a scope: which entries are on
// it, for that costs the columns that are asked about and the sorting key; whatever else an entry has is read for those alone that are shown (rows-query.ts).
import { WIRE_COLUMNS, WIRE_FORMAT } from "../wire/columns.ts";
import { HALVES, isByOrganization } from "./by-organization.ts";
import { isoOf, storedTimeOf } from "./entry-row.ts";
import type { Page } from "./page.ts";
import type { Position } from "./position.ts";
import { settings, TIME, type Query } from "./query.ts";
import type { Source } from "./scope-source.ts";
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
export function keysQuery(selection: Selection, page: Page): Query {
  if (!isByOrganization(selection)) return pageQuery(KEYS, selection, page);
  const { conditions, params, order } = pageParts(selection, page);
  const halves = HALVES.map((half) => [...selectOf(KEYS, half, conditions), order].join("\n"));
  const all = ["SELECT * FROM (", halves.join("\nUNION ALL\n"), ")", order, settings(boundsOf(page))];
  return { sql: all.join("\n"), params };
}

/**
 * The same with all that an entry has, for at most MOST_ENTRIES of one scope. ClickHouse looks for the page by what is asked about and reads the entries
 * late, through the view, too (infra/decisions/0022-storage-for-reading.md): one query costs less than two, of which most is planning.
 */
export function entriesQuery(selection: Selection, page: Page): Query {
  const { sql, params } = pageQuery(WIRE_COLUMNS, selection, page);
  return { sql: `${sql}\n${WIRE_FORMAT}`, params };
}

function pageQuery(columns: string, selection: Selection, page: Page): Query {
  const { from, conditions, params, order } = pageParts(selection, page);
  // Which indexes are of no use is not found out anew with every page. Without a filter the sorting key says it all.
  const unused = {
    optimize_use_projections: 0,
    ...(selection.filter.kind === "all" && !selection.descendants ? { use_skip_indexes: 0 } : {}),
  };
  const bounds = settings({ ...boundsOf(page), ...unused });
  return { sql: [...selectOf(columns, from, conditions), order, bounds].join("\n"), params };
}

const KEYS = "scope_id, event_time, event_id";

const selectOf = (columns: string, from: string, conditions: readonly string[]): string[] => [
  `SELECT ${columns}`,
  `FROM ${from}`,
  `WHERE ${conditions.join("\n  AND ")}`,
];

const boundsOf = ({ limit }: Page) =>
  ({ max_execution_time: EXECUTION_SECONDS, max_result_rows: limit, result_overflow_mode: "throw" }) as const;

/** `order`: with its limit. */
function pageParts(selection: Selection, { limit, order, after }: Page): Source & Conditions & { order: string } {
  const { from, conditions, params } = selectionConditions(selection);
  const beyond = afterCondition(order, after);
  const direction = order === "newest-first" ? "DESC" : "ASC";
  return {
    from,
    conditions: [...conditions, ...beyond.conditions],
    order: `ORDER BY event_time ${direction}, event_id ${direction}\nLIMIT {rows:UInt32}`,
    params: { ...params, ...beyond.params, rows: limit },
  };
}

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
