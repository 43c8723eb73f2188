import * as fc from "fast-check";
import { expect, test } from "vitest";
import { slices } from "./slices.ts";

const time = fc.integer({ min: 0, max: 90 * 86_400_000 });

test.each(["newest-first", "oldest-first"] as const)("slices are the window, end to end, %s", (order) => {
  fc.assert(
    fc.property(time, time, (start, end) => {
      const cut = [...slices({ start, end }, order)];
      const sorted = order === "newest-first" ? cut.toReversed() : cut;
      expect(sorted.length).toBeLessThanOrEqual(5);
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
