// Where a key leads.
import { expect, test } from "vitest";
import { targetOf } from "./row-keys.ts";

test.for([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 29, 29],
  ["ArrowUp", 0, 0],
  ["PageDown", 5, 15],
  ["PageUp", 5, 0],
  ["Home", 12, 0],
  ["End", 12, 29],
  ["a", 12, undefined],
] as const)("%s on row %i of 30 leads to %s", ([key, from, to]) => {
  expect(targetOf(key, from, 30)).toBe(to);
});
