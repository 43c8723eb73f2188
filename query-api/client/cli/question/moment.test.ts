import { expect, test } from "vitest";
import { momentOf, wholeDay } from "./moment.ts";

const clock = { now: Date.parse("2026-03-21T12:00:00.000Z"), utc: true };

test.each([
  ["30m", "2026-03-21T11:30:00.000Z"],
  ["7d", "2026-03-14T12:00:00.000Z"],
  ["2w", "2026-03-07T12:00:00.000Z"],
  ["now", "2026-03-21T12:00:00.000Z"],
  ["today", "2026-03-21T00:00:00.000Z"],
  ["yesterday", "2026-03-20T00:00:00.000Z"],
  ["2026-02-28", "2026-02-28T00:00:00.000Z"],
  ["2026-03-20T14:30", "2026-03-20T14:30:00.000Z"],
  ["2026-03-20 14:30:05", "2026-03-20T14:30:05.000Z"],
  ["2026-03-20T14:30:05.123+02:00", "2026-03-20T12:30:05.123Z"],
])("%s is %s", (text, iso) => {
  expect(new Date(momentOf(text, "--since", clock)).toISOString()).toBe(iso);
});

test.each(["", "7", "7x", "2026-02-30", "2026-13-01", "20.11.2026", "tomorrow", "2026-03-20T25:00"])(
  "%j is refused",
  (text) => {
    expect(() => momentOf(text, "--since", clock)).toThrow(/--since .* is no moment/);
  },
);

test("a day ends where the next begins, also where clocks are changed", () => {
  expect(wholeDay("2026-03-20", "--on", clock)).toEqual({
    start: Date.parse("2026-03-20T00:00:00Z"),
    end: Date.parse("2026-03-21T00:00:00Z"),
  });
  const { start, end } = wholeDay("2026-03-29", "--on", { ...clock, utc: false });
  expect(new Date(start).getHours()).toBe(0);
  expect([new Date(end).getDate(), new Date(end).getHours()]).toEqual([30, 0]);
  expect(() => wholeDay("7d", "--on", clock)).toThrow(/is no day/);
});
