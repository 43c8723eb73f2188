// What the page writes into a filter, read by the service's own parser.
import { expect, test } from "vitest";
import { filterText, parseFilter } from "../../../src/filter/index.ts";
import { narrowed, sameAs } from "./filter-term.ts";

const read = (text: string) => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.filter;
};

test.for(["shop", 'a "b" \\ c', "two\nlines\tand \r", "*", "ends in *", "OR", "x\u202Ey"])(
  "%j is compared as it is",
  (value) => {
    expect(read(sameAs("resource.name", value))).toEqual({
      kind: "comparison",
      field: "resource.name",
      operator: "=",
      values: [{ text: value, prefix: false }],
    });
  },
);

test("a term narrows whatever there is, once", () => {
  const narrow = narrowed("service=dns OR service=iam", "outcome=DENIED");
  expect(filterText(read(narrow))).toBe("(service=dns OR service=iam) AND outcome=DENIED");
  expect(narrowed("", "outcome=DENIED")).toBe("outcome=DENIED");
  expect(narrowed("outcome=DENIED", "outcome=DENIED")).toBe("outcome=DENIED");
});
