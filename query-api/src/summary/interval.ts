// Intervals of a histogram: each divides a day, so that buckets begin at whole minutes, hours and days of UTC.
import type { Window } from "../query/window.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds, from the shortest. */
export const intervals = {
  "1m": MINUTE,
  "2m": 2 * MINUTE,
  "5m": 5 * MINUTE,
  "10m": 10 * MINUTE,
  "15m": 15 * MINUTE,
  "30m": 30 * MINUTE,
  "1h": HOUR,
  "2h": 2 * HOUR,
  "3h": 3 * HOUR,
  "6h": 6 * HOUR,
  "12h": 12 * HOUR,
  "1d": 24 * HOUR,
} as const;

export type IntervalName = keyof typeof intervals;

export const intervalNames = Object.keys(intervals) as readonly IntervalName[];

export const MOST_BUCKETS = 100;

/** The shortest with which the window has no more than MOST_BUCKETS; a day where it has more even so, which no window of 90 days does. */
export const shortestInterval = (window: Window): IntervalName =>
  intervalNames.find((name) => bucketStarts(window, name).length <= MOST_BUCKETS) ?? "1d";

/** Milliseconds UTC: the first bucket may begin before the window, and the last end after it. */
export function bucketStarts({ start, end }: Window, interval: IntervalName): number[] {
  const step = intervals[interval] * 1000;
  const first = Math.floor(start / step);
  return Array.from({ length: Math.max(0, Math.ceil(end / step) - first) }, (_none, index) => (first + index) * step);
}
