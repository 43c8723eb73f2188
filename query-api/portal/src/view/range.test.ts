// Presets and fixed ranges: what the API is asked, what the URL holds, what a person may type.
import { expect, test } from "vitest";
import { chooseRange, localField, rangeSentence, readRange, windowOf, writeRange, type Range } from "./range.ts";

const now = Date.parse("2026-03-21T08:10:14.422Z");

test.for([
  ["1h", "2026-03-21T07:10:14.422Z"],
  ["24h", "2026-03-20T08:10:14.422Z"],
  ["7d", "2026-03-14T08:10:14.422Z"],
  ["90d", "2025-12-21T08:10:14.422Z"],
] as const)("%s starts at %s and has no end", ([preset, start]) => {
  expect(windowOf({ preset }, now)).toEqual({ start });
});

test("a fixed range has both ends", () => {
  expect(windowOf({ from: 0, to: 1 }, now)).toEqual({
    start: "1970-01-01T00:00:00.000Z",
    end: "1970-01-01T00:00:00.001Z",
  });
});

test.for<Range>([{ preset: "7d" }, { from: now - 1000, to: now }])("%j is read back as it was written", (range) => {
  expect(readRange(new URLSearchParams(writeRange(range)))).toEqual(range);
});

test.for(["range=forever", "from=yesterday&to=today", "from=2026-03-21T08:00:00Z", ""])("%j is no range", (fields) => {
  expect(readRange(new URLSearchParams(fields))).toBeUndefined();
});

test.for([
  ["", "2026-03-21T08:00", "Give both a beginning and an end."],
  ["2026-03-21T08:00", "2026-03-21T08:00", "The beginning must be before the end."],
  ["2025-03-21T08:00", "2026-03-21T08:00", "A range spans at most 90 days."],
] as const)("from %j to %j is refused", ([from, to, message]) => {
  expect(chooseRange(from, to)).toEqual({ ok: false, message });
});

test("a local field holds the same second in any zone", () => {
  expect(Date.parse(localField(now))).toBe(Math.floor(now / 1000) * 1000);
});

test("is said in words", () => {
  expect([rangeSentence({ preset: "1h" }), rangeSentence({ from: 0, to: 1 })]).toEqual([
    "in the last hour",
    "in this range",
  ]);
});
