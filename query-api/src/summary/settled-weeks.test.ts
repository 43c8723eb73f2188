import { DAY_MS } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { isSettledStill, settledRun } from "./settled-weeks.ts";

const monday = (number: number): number => Date.parse("2026-09-07") + number * 7 * DAY_MS;
const weeks = (...numbers: number[]) => new Map(numbers.map((number) => [monday(number), `part ${number}`]));

test.each([
  ["none", [], undefined],
  ["one", [3], [3, 4]],
  ["the longest run, in whatever order they are told", [9, 1, 0, 4, 5, 3, 2, 8], [0, 6]],
  ["the older of two that are as long", [6, 7, 0, 1], [0, 2]],
] as const)("%s", (_name, numbers, expected) => {
  expect(settledRun(weeks(...numbers), { start: 0, end: monday(20) })).toEqual(
    expected && { start: monday(expected[0]), end: monday(expected[1]) },
  );
});

test("only weeks that the window touches, and these whole", () => {
  const all = weeks(0, 1, 2, 3, 4, 5);
  expect(settledRun(all, { start: monday(2) - 1, end: monday(3) + 1 })).toEqual({ start: monday(1), end: monday(4) });
  expect(settledRun(all, { start: monday(2), end: monday(3) })).toEqual({ start: monday(2), end: monday(3) });
  expect(settledRun(all, { start: monday(6), end: monday(7) })).toBeUndefined();
});

test("what is another part, or more than one, is not settled still; what lies outside does not matter", () => {
  const [before, run] = [weeks(0, 1, 2, 8), { start: monday(0), end: monday(3) }];
  expect(isSettledStill(run, before, weeks(0, 1, 2, 3))).toBe(true);
  expect(isSettledStill(run, before, weeks(0, 2, 8))).toBe(false);
  expect(isSettledStill(run, before, new Map([...before, [monday(1), "another part"]]))).toBe(false);
});
