// How far behind, in events and in time, and what stands still; of a broker that answers, and of one that does not.
import { beforeEach, expect, it } from "vitest";
import { EndOffsets } from "./end-offsets.ts";
import { LagWatch, type WatchedPartition } from "./lag-watch.ts";

const END = 100;
const LOW = 5;
/** When the record at an offset was written, milliseconds: one per second. */
const writtenAt = (offset: number): number => offset * 1_000;
const UTC = writtenAt(END);

let said: string[] = [];
let isAway = false;
let questions = 0;
const source = {
  fetchTopicOffsets: async () => {
    if (isAway) throw new Error("away");
    return [{ partition: 0, offset: String(END), high: String(END), low: String(LOW) }];
  },
  fetchTopicOffsetsByTimestamp: async (_topic: string, timestamp = 0) => {
    questions += 1;
    if (isAway) throw new Error("away");
    const first = Math.min(END, Math.max(LOW, Math.ceil(timestamp / 1_000)));
    return [{ partition: 0, offset: String(first) }];
  },
};
const observer = {
  lag: (_topic: string, partition: number, events: number, seconds: number) =>
    said.push(`lag ${partition}: ${events} for ${seconds} s`),
  standsStill: (_topic: string, partition: number) => said.push(`stands still: ${partition}`),
};
const at = (fetched: number, settled = fetched, isFull = false): WatchedPartition[] => [
  { topic: "t", partition: 0, fetched, settled, isFull, oldest: settled < fetched ? writtenAt(settled) : undefined },
];
const LIMITS = { everyMs: 1, patienceMs: 1_000 };
let watch = new LagWatch(source, observer, LIMITS);
const look = (partitions: WatchedPartition[], now: number) =>
  watch.look(partitions, { monotonic: now, utc: UTC + now });

beforeEach(() => {
  said = [];
  isAway = false;
  questions = 0;
  watch = new LagWatch(source, observer, LIMITS);
});

it("says how many events are not settled, and since when the oldest of them waits", async () => {
  await look(at(90, 40), 0);
  await look(at(90, 50), 500);
  await look(at(END), 1_000);
  expect(said).toEqual(["lag 0: 60 for 60 s", "lag 0: 50 for 50.5 s", "lag 0: 0 for 0 s"]);
});

it("does not count what was deleted before it could be settled", async () => {
  await look(at(LOW - 5), 0);
  expect(said).toEqual([`lag 0: ${END - LOW} for 0 s`]);
});

it("asks when a record was written that is due and not fetched, and lets its age grow", async () => {
  await look(at(40), 0);
  expect(questions).toBe(0);
  for (const now of [10_000, 20_000, 30_000]) await look(at(40), now);
  const seconds = said.filter((line) => line.startsWith("lag")).map((line) => Number(/for (\S+) s/.exec(line)?.[1]));
  // Written a minute before the first look; known to a sixteenth, or to a second.
  expect(seconds[0]).toBe(0);
  expect(seconds[1]).toBeGreaterThanOrEqual(70);
  expect(seconds[1]).toBeLessThanOrEqual(75);
  expect(seconds.slice(2)).toEqual([(seconds[1] ?? 0) + 10, (seconds[1] ?? 0) + 20]);
  expect(questions).toBeLessThan(15);
});

it("lets the age grow while the broker does not answer", async () => {
  await look(at(40), 0);
  isAway = true;
  await look(at(40), 10_000);
  await look(at(40), 20_000);
  expect(said).toEqual([`lag 0: 60 for 0 s`, `lag 0: 60 for 10 s`, `lag 0: 60 for 20 s`]);
  // That nothing can be fetched from a broker that is away mends no new process.
  expect(watch.isStuck).toBe(false);
});

it("goes on where the broker leaves a question unanswered", async () => {
  let asked = 0;
  const silent = { fetchTopicOffsets: () => (asked++, new Promise<never>(() => {})) };
  watch = new LagWatch(silent, observer, LIMITS, new EndOffsets(silent, 5));
  await look(at(40), 0);
  await look(at(40), 10);
  expect([said, asked]).toEqual([[], 1]);
});

it("notices a partition that is not fetched although there is something to fetch", async () => {
  await look(at(40), 0);
  await look(at(40), 999);
  expect(watch.isStuck).toBe(false);
  await look(at(40), 1_000);
  expect(watch.isStuck).toBe(true);
  expect(said).toContain("stands still: 0");
  await look(at(41), 2_000);
  expect(watch.isStuck).toBe(false);
});

it.each([
  ["at its end", at(END)],
  ["full", at(40, 10, true)],
])("leaves a partition alone that is %s", async (_what, partitions) => {
  for (const now of [0, 1_000, 2_000]) await look(partitions, now);
  expect(watch.isStuck).toBe(false);
});

it("forgets a partition that is someone else's", async () => {
  for (const now of [0, 1_000]) await look(at(40), now);
  expect(watch.isStuck).toBe(true);
  await look([], 2_000);
  expect(watch.isStuck).toBe(false);
});
