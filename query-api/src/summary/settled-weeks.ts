// Weeks in which each event lies once, and whether it stayed so.
import { DAY_MS, SETTLED_WEEKS } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import { settings } from "../query/query.ts";
import type { Window } from "../query/window.ts";
import { readRows } from "../store/read-rows.ts";

/** Of each its Monday (milliseconds UTC) and the one merged part that it is. */
export type SettledWeeks = ReadonlyMap<number, string>;

/** All that there are. */
const QUERY = {
  sql: `SELECT week, part FROM ${SETTLED_WEEKS}\n${settings({ max_execution_time: 3 })}`,
  params: { since: "1970-01-01" },
};
const WEEK_MS = 7 * DAY_MS;

/** Throws StoreUnavailable. */
export async function readSettledWeeks(client: ClickHouseClient, signal: AbortSignal): Promise<SettledWeeks> {
  const weeks = new Map<number, string>();
  for await (const [week = "", part = ""] of readRows(client, QUERY, 2, signal)) weeks.set(Date.parse(week), part);
  return weeks;
}

/** The longest run of those that the window touches, without a week missing: undefined where there is none. */
export function settledRun(weeks: SettledWeeks, window: Window): Window | undefined {
  let longest: Window | undefined;
  let run: Window | undefined;
  const touched = [...weeks.keys()].filter((week) => week < window.end && week + WEEK_MS > window.start);
  for (const week of touched.toSorted((one, other) => one - other)) {
    run = { start: run?.end === week ? run.start : week, end: week + WEEK_MS };
    if (longest === undefined || run.end - run.start > longest.end - longest.start) longest = run;
  }
  return longest;
}

/** Whether a run of weeks is the same parts as before. A part is never changed: then nothing was there meanwhile but these. */
export const isSettledStill = ({ start, end }: Window, before: SettledWeeks, now: SettledWeeks): boolean =>
  [...before].every(([week, part]) => week < start || week >= end || now.get(week) === part);
