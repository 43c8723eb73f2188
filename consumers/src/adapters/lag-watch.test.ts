import { beforeEach, expect, it } from "vitest";
import { LagWatch, type WatchedPartition } from "./lag-watch.ts";

const END = 100;
let said: string[] = [];
const admin = {
  fetchTopicOffsets: async () => [{ partition: 0, offset: String(END), high: String(END), low: "0" }],
};
const observer = {
  lag: (_topic: string, partition: number, events: number) => said.push(`lag ${partition}: ${events}`),
  standsStill: (_topic: string, partition: number) => said.push(`stands still: ${partition}`),
};
const at = (fetched: number, settled = fetched, isFull = false): WatchedPartition[] => [
  { topic: "t", partition: 0, fetched, settled, isFull },
];
let watch = new LagWatch(admin, observer, 1_000);
beforeEach(() => {
  said = [];
  watch = new LagWatch(admin, observer, 1_000);
});

it("says how many events are not settled", async () => {
  await watch.look(at(90, 40), 0);
  expect(said).toEqual(["lag 0: 60"]);
});

it("notices a partition that is not fetched although there is something to fetch", async () => {
  await watch.look(at(40), 0);
  await watch.look(at(40), 999);
  expect(watch.isStuck).toBe(false);
  await watch.look(at(40), 1_000);
  expect(watch.isStuck).toBe(true);
  expect(said.at(-1)).toBe("stands still: 0");
  await watch.look(at(41), 2_000);
  expect(watch.isStuck).toBe(false);
});

it.each([
  ["at its end", at(END)],
  ["full", at(40, 10, true)],
])("leaves a partition alone that is %s", async (_what, partitions) => {
  for (const now of [0, 1_000, 2_000]) await watch.look(partitions, now);
  expect(watch.isStuck).toBe(false);
});
