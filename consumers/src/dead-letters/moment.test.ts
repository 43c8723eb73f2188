// Points in time as people write them; what has no zone is UTC, wherever the program runs.
import { expect, test } from "vitest";
import { momentOf } from "./moment.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

test.each([
  ["90s", "2026-11-20T11:58:30Z"],
  ["30m", "2026-11-20T11:30:00Z"],
  ["2h", "2026-11-20T10:00:00Z"],
  ["7d", "2026-11-13T12:00:00Z"],
  ["2026-11-19", "2026-11-19T00:00:00Z"],
  ["2026-11-19T08:15", "2026-11-19T08:15:00Z"],
  ["2026-11-19T08:15:30.250Z", "2026-11-19T08:15:30.250Z"],
  ["2026-11-19T08:15+01:00", "2026-11-19T07:15:00Z"],
])("%s", (text, expected) => {
  expect(momentOf(text, now)).toBe(Date.parse(expected));
});

test.each(["", "2", "h", "2w", "-2h", "2026", "19.11.2026", "2026-13-01", "2026-11-19T25:00"])("%s is none", (text) => {
  expect(momentOf(text, now)).toBeUndefined();
});
