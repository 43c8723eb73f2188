// Local times, days and zones as people read them.
import { expect, test } from "vitest";
import { createTimeText, durationText, utcText } from "./time-text.ts";

const at = Date.parse("2026-03-21T23:10:14.422Z");

test("shows the reader's own clock and day, and says which zone that is", () => {
  const berlin = createTimeText("Europe/Berlin");
  expect(berlin.clock(at)).toBe("00:10:14");
  expect(berlin.full(at)).toBe("Sun 22 March 2026, 00:10:14.422");
  expect(berlin.zone(at)).toBe("UTC+01:00");
  expect(berlin.zone(Date.parse("2026-07-01T00:00:00Z"))).toBe("UTC+02:00");
  expect(createTimeText("UTC").zone(at)).toBe("UTC");
});

test("names today and yesterday by the local day", () => {
  const berlin = createTimeText("Europe/Berlin");
  const now = Date.parse("2026-03-22T08:00:00Z");
  expect(berlin.day(at, now)).toBe("Today, Sunday 22 March 2026");
  expect(berlin.day(at - 2 * 3_600_000, now)).toBe("Yesterday, Saturday 21 March 2026");
  expect(berlin.day(at - 72 * 3_600_000, now)).toBe("Thursday 19 March 2026");
});

test("UTC to the millisecond", () => {
  expect(utcText(at)).toBe("2026-03-21 23:10:14.422 UTC");
});

test.for([
  [585, "585 ms"],
  [2_440, "2.4 s"],
  [200_000, "3 min"],
  [5 * 3_600_000, "5 h"],
  [2 * 86_400_000, "2 d"],
] as const)("%i ms is said as %s", ([ms, said]) => {
  expect(durationText(ms)).toBe(said);
});
