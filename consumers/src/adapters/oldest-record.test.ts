// The time of a record, of a broker that only tells the records of a time.
import fc from "fast-check";
import { expect, it } from "vitest";
import { writtenAt } from "./oldest-record.ts";

const NOW = 1_800_000_000_000;
const WEEK_MS = 7 * 86_400_000;

it("is never after the truth, and at most a sixteenth of the age or a second before it, in few questions", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(WEEK_MS), { minLength: 1, maxLength: 50 }), fc.nat(), async (ages, pick) => {
      const times = ages.map((age) => NOW - age).sort((a, b) => a - b);
      const offset = pick % times.length;
      const truth = times[offset] ?? 0;
      let questions = 0;
      const since = async (timestamp: number) => {
        questions += 1;
        const first = times.findIndex((time) => time >= timestamp);
        return first < 0 ? times.length : first;
      };
      const found = (await writtenAt(offset, since, NOW)) ?? Infinity;
      expect(found).toBeLessThanOrEqual(truth);
      expect(truth - found).toBeLessThanOrEqual(Math.max(1_000, (NOW - truth) / 16));
      expect(questions).toBeLessThan(25);
    }),
  );
});

it("ends where no time is early enough, and where nobody answers", async () => {
  expect(await writtenAt(0, async () => 1, NOW)).toBeLessThan(NOW - WEEK_MS);
  expect(await writtenAt(0, async () => undefined, NOW)).toBeUndefined();
});
