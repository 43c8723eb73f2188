import { expect, test } from "vitest";
import { freeForm, jsonList } from "./free-form.ts";

const nested = (depth: number): string => '{"a":'.repeat(depth) + "1" + "}".repeat(depth);

test.each([
  ["", undefined],
  ['{"a":1}', { a: 1 }],
  ["[1,2]", { value: [1, 2] }],
  ['"text"', { value: "text" }],
  ["null", { value: null }],
  ['{"a":{"b":"cut of', { text: '{"a":{"b":"cut of' }],
  ["plain words", { text: "plain words" }],
])("%j is shown as %j", (text, shown) => {
  expect(freeForm(text)).toEqual(shown);
});

test("text that nests too deeply to be written out again is shown as text", () => {
  const poison = nested(9000);
  expect(() => JSON.stringify(JSON.parse(poison))).toThrow(RangeError);
  expect(freeForm(poison)).toEqual({ text: poison });
  expect(freeForm(nested(100))).not.toHaveProperty("text");
});

test("brackets inside strings do not count as nesting", () => {
  const harmless = JSON.stringify({ a: '[{"\\'.repeat(1000) });
  expect(freeForm(harmless)).toEqual(JSON.parse(harmless));
});

test("a list is read only where there is one", () => {
  expect(jsonList('[{"id":"a"},7]')).toEqual([{ id: "a" }]);
  expect(jsonList("")).toBeUndefined();
  expect(jsonList('{"id":"a"}')).toBeUndefined();
  expect(jsonList("[{")).toBeUndefined();
});
