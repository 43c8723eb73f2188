/** The last lines of a test run. */
import { expect, it } from "vitest";
import { summaryText } from "./summary-reporter.ts";

it("ends with the three counts, after each skipped test and its reason", () => {
  expect(summaryText({ passed: 3, failed: 0, skipped: [] })).toBe("3 passed, 0 failed, 0 skipped\n");
  const skipped = [{ name: "a > b", reason: "no browser" }];
  expect(summaryText({ passed: 1, failed: 2, skipped })).toBe(
    "skipped: a > b (no browser)\n1 passed, 2 failed, 1 skipped\n",
  );
});
