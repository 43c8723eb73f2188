import { DAY_MS } from "@audit-log/schemas";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bucketStarts, intervals, intervalNames, MOST_BUCKETS, shortestInterval } from "./interval.ts";

const at = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ["2026-03-21T08:10:14", "2026-03-21T08:10:15", "1m", 1],
  ["2026-03-21T08:10:00", "2026-03-21T09:50:00", "1m", 100],
  ["2026-03-21T08:10:00", "2026-03-21T09:50:01", "2m", 51],
  ["2026-03-20T12:00:00", "2026-03-21T12:00:00", "15m", 96],
  ["2026-03-14T12:00:00", "2026-03-21T12:00:00", "2h", 84],
  ["2025-12-21T12:00:00", "2026-03-21T12:00:00", "1d", 91],
  ["2026-03-21T12:00:00", "2026-03-21T12:00:00", "1m", 0],
])("from %s to %s: %s, %i buckets", (start, end, interval, buckets) => {
  const window = { start: at(start), end: at(end) };
  const chosen = shortestInterval(window);
  expect([chosen, bucketStarts(window, chosen).length]).toEqual([interval, buckets]);
});

test("buckets cover the window, end to end, aligned, and are never more than may be", () => {
  const time = fc.integer({ min: at("2025-12-21T12:00:00"), max: at("2026-03-21T12:00:00") });
  fc.assert(
    fc.property(time, time, (one, other) => {
      const window = { start: Math.min(one, other), end: Math.max(one, other) };
      const interval = shortestInterval(window);
      const step = intervals[interval] * 1000;
      const starts = bucketStarts(window, interval);
      expect(starts.length).toBeLessThanOrEqual(MOST_BUCKETS);
      expect(starts.every((start, index) => start % step === 0 && start === (starts[0] ?? 0) + index * step)).toBe(
        true,
      );
      if (window.start === window.end) return;
      expect(starts[0]).toBeLessThanOrEqual(window.start);
      expect((starts.at(-1) ?? 0) + step).toBeGreaterThanOrEqual(window.end);
    }),
  );
});

test("every interval divides a day", () => {
  expect(intervalNames.map((name) => DAY_MS % (intervals[name] * 1000))).toEqual(intervalNames.map(() => 0));
});
