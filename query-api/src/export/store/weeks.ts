// A download of many scopes is read week by week, as the table is cut (schemas/clickhouse/migrations/0006_reading.sql): each part in the order of the table,
// so that nothing is sorted, and few parts are open at a time.
import { DAY_MS } from "@audit-log/schemas";
import type { Order } from "../../query/page.ts";
import type { Position } from "../../query/position.ts";
import type { Window } from "../../query/window.ts";

const WEEK_MS = 7 * DAY_MS;
/** The first Monday after 1970-01-01, UTC. */
const MONDAY = 4 * DAY_MS;

/** End to end, in the order of the download; together the window. */
export function weeksOf({ start, end }: Window, order: Order): Window[] {
  const weeks: Window[] = [];
  for (let from = start; from < end;) {
    const monday = from - ((from - MONDAY) % WEEK_MS) + WEEK_MS;
    const until = Math.min(end, monday);
    weeks.push({ start: from, end: until });
    from = until;
  }
  return order === "oldest-first" ? weeks : weeks.toReversed();
}

/** Those that are not over where a download is resumed; the first of them is that of `after`. */
export function weeksAfter(window: Window, order: Order, after: Position | undefined): Window[] {
  const weeks = weeksOf(window, order);
  if (after === undefined) return weeks;
  const { eventTime } = after;
  return weeks.filter(({ start, end }) => (order === "oldest-first" ? end > eventTime : start <= eventTime));
}
