// What a page by event time is asked with, whatever is wanted of its entries.
import { storedTimeOf } from "./entry-row.ts";
import type { Page } from "./page.ts";
import { settings, TIME, type Query } from "./query.ts";
import { selectionConditions, type Conditions, type Selection } from "./selection.ts";

/** With all that stands beside it in one answer it ends before that is given up (server-options.ts). */
const EXECUTION_SECONDS = 6;

/** `columns` of the page's entries in its order. An event that was stored twice and not merged yet comes twice, side by side. */
export function pageQuery(
  selection: Selection,
  { limit, order, after }: Page,
  columns: readonly string[],
  limits: Parameters<typeof settings>[0] = {},
): Query {
  const { from, conditions, params } = selectionConditions(selection);
  const beyond = afterCondition(order, after);
  const direction = order === "newest-first" ? "DESC" : "ASC";
  return {
    sql: [
      `SELECT ${columns.join(", ")}`,
      `FROM ${from}`,
      `WHERE ${[...conditions, ...beyond.conditions].join("\n  AND ")}`,
      `ORDER BY event_time ${direction}, event_id ${direction}`,
      "LIMIT {rows:UInt32}",
      settings({
        max_execution_time: EXECUTION_SECONDS,
        max_result_rows: limit,
        result_overflow_mode: "throw",
        ...limits,
      }),
    ].join("\n"),
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
