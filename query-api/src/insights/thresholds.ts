// Every number that decides what is an insight, with its reason.
import { DAY_MS } from "@audit-log/schemas";

/** Of each kind at most: people read a screen, not a report. */
export const MOST_INSIGHTS = 10;
/** Of an answer of the store; enough for a person-by-person comparison of a large organization's most active. */
export const MOST_ROWS = 2_000;
/** Of one query. Seven kinds, three at a time: with what stands beside them they end before the answer is given up (server-options.ts). */
export const QUERY_SECONDS = 3;
/** Queries that one reader may keep the store busy with. */
export const AT_A_TIME = 3;

/** Fewer operations have no percentiles worth the name. */
export const FEWEST_OPERATIONS = 5;

/** A week holds each weekday once, so that weekends are compared with weekends. */
export const BASELINE_MS = 7 * DAY_MS;
/** Fewer failures in a bucket are somebody's bad afternoon. */
export const FEWEST_FAULTS = 10;
/** So many times the baseline's rate … */
export const RATE_FACTOR = 3;
/** … and at least so much above it, because three times almost nothing is almost nothing. */
export const RATE_ABOVE = 0.05;

/** Somebody who did the same to so many resources by hand would have used a script, had there been one. */
export const FEWEST_RESOURCES = 20;

/** Half of what is kept away twice: whoever did nothing for 30 days hardly needs the role. */
export const DORMANT_MS = 30 * DAY_MS;
/** With less history everybody and everything would be new. */
export const HISTORY_MS = 7 * DAY_MS;

/** So many entries before the period tell somebody's hours; fewer are chance. */
export const FEWEST_FOR_HOURS = 50;
/** An hour of the day that had a smaller part of them is not usual. */
export const USUAL_PART = 0.02;
/** How far back hours are learned: four of each weekday. */
export const HOURS_MS = 28 * DAY_MS;
