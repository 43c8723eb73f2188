import { expect, test } from "vitest";
import { Watch, freshnessOf } from "./watch.ts";

test("the share within two seconds counts those of exactly two", () => {
  const ages = [...Array.from({ length: 98 }, () => 100), 2_000, 2_001];
  expect(freshnessOf(ages)).toEqual({ p50: 100, p99: 2_001, max: 2_001, withinTwoSeconds: 0.99, markers: 100 });
});

test("every marker is waited for, and each counts once", async () => {
  const watch = new Watch();
  watch.add({ id: "a", recordedAt: Date.now() });
  watch.add({ id: "b", recordedAt: Date.now() });
  watch.end();
  const answers = [["a"], ["a"], ["a", "b", "another"]];
  const seen = await watch.untilAllSeen(() => Promise.resolve(answers.shift() ?? []));
  expect(seen.markers).toBe(2);
  expect(answers).toEqual([]);
});
