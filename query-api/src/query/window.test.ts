import { DAY_MS } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { chooseWindow, type WindowRules } from "./window.ts";

const now = Date.parse("2026-03-21T12:00:00Z");
const rules: WindowRules = { longestMs: DAY_MS, longestName: "24 hours", startName: "start", endName: "end" };
const hours = (count: number): number => now - count * 3_600_000;

test.each([
  ["nothing", {}, { start: hours(24), end: now }],
  ["an end", { end: hours(30) }, { start: hours(54), end: hours(30) }],
  ["a start", { start: hours(3) }, { start: hours(3), end: now }],
  ["both", { start: hours(30), end: hours(6) }, { start: hours(30), end: hours(6) }],
  ["the same twice", { start: hours(6), end: hours(6) }, { start: hours(6), end: hours(6) }],
  ["the last 24 hours, a moment ago", { start: hours(24) - 900 }, { start: hours(24) - 900, end: now }],
  [
    "the oldest day, a moment ago",
    { start: hours(90 * 24) - 900, end: hours(89 * 24) - 900 },
    { start: hours(90 * 24) - 900, end: hours(89 * 24) - 900 },
  ],
])("given %s", (_name, { start, end }: { start?: number; end?: number }, window) => {
  expect(chooseWindow({ start, end }, rules, now)).toEqual({ ok: true, window });
});

test.each([
  [{ start: hours(1), end: hours(2) }, "start must not be after end"],
  [{ start: hours(25), end: now }, "the period from start to end must not be longer than 24 hours"],
  [{ start: hours(24) - 1, end: now }, "the period from start to end must not be longer than 24 hours"],
  [{ start: hours(25) }, "the period from start to end must not be longer than 24 hours"],
  [{ start: hours(91 * 24), end: hours(91 * 24 - 1) }, "start must be within the last 90 days"],
  [{ end: hours(90 * 24) }, "start must be within the last 90 days"],
])("%j is refused: %s", ({ start, end }: { start?: number; end?: number }, message) => {
  expect(chooseWindow({ start, end }, rules, now)).toEqual({ ok: false, message });
});
