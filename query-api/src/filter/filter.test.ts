import { expect, test } from "vitest";
import { searches } from "./filter.ts";
import { parseFilter } from "./parse/parse-filter.ts";

test.each([
  ["", false],
  ["service=dns OR (outcome=DENIED -region=eu01)", false],
  ["web", true],
  ['service=dns (outcome=DENIED OR -"web shop")', true],
])("%s: %s", (text, expected) => {
  const parsed = parseFilter(text);
  if (!parsed.ok) expect.unreachable(parsed.fault.message);
  expect(searches(parsed.filter)).toBe(expected);
});
