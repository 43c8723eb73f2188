import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LONG, SHORT, slices } from "./slices.ts";

const time = fc.integer({ min: 0, max: 90 * 86_400_000 });

test.each([
  ["newest-first", SHORT, 3],
  ["oldest-first", SHORT, 3],
  ["newest-first", LONG, 2],
  ["oldest-first", LONG, 2],
] as const)("slices are the window, end to end, %s %j", (order, by, most) => {
  fc.assert(
    fc.property(time, time, (start, end) => {
      const cut = [...slices({ start, end }, order, by)];
      const sorted = order === "newest-first" ? cut.toReversed() : cut;
      expect(sorted.length).toBeLessThanOrEqual(most);
      if (start >= end) {
        expect(cut).toEqual([]);
        return;
      }
      expect(sorted[0]?.start).toBe(start);
      expect(sorted.at(-1)?.end).toBe(end);
      sorted.slice(1).forEach((slice, index) => expect(slice.start).toBe(sorted[index]?.end));
      expect(sorted.every((slice) => slice.end > slice.start)).toBe(true);
    }),
  );
});

test("after a slice that took long the next is shorter, and after a quick one as much longer as it may be", () => {
  let now = 0;
  const hours: number[] = [];
  for (const { start, end } of slices({ start: 0, end: 90 * 86_400_000 }, "newest-first", SHORT, () => now)) {
    now += hours.length === 1 ? 6_000 : hours.length === 3 ? 750 : 10;
    hours.push((end - start) / 3_600_000);
    if (hours.length === 5) break;
  }
  expect(hours).toEqual([6, 144, 36, 864, 1110]);
});
