// What is promised to readers by arrival: through the main path, and where a partition changes hands.
import { topicOf } from "@audit-log/schemas";
import { expect, test, vi } from "vitest";
import { MemoryDeadLetters, MemoryLog, MemoryStore, OPEN_FENCE } from "../adapters/memory.ts";
import type { Fence } from "../fence.ts";
import type { Assignment } from "../ports.ts";
import type { Batch } from "../record.ts";
import {
  batchOf,
  example,
  NOW,
  rawRecord,
  recordOf,
  silentObserver,
  testEnricher,
  testProgress,
  testRegistry,
} from "../testing/index.ts";
import { readBlock } from "../testing/read-block.ts";
import { work } from "../worker.ts";
import { MemoryProgress } from "./memory-progress.ts";
import { Progress } from "./progress.ts";
import { ReceivedClock } from "./received-clock.ts";

const topic = topicOf("membership");
const billing = topicOf("billing");
const added = example("membership.member.add");

function assignmentOf(topics: string[], fence: Fence = OPEN_FENCE): Assignment {
  return {
    epoch: 1,
    positions: topics.map((one) => ({ topic: one, partition: 0, offset: 0 })),
    fence,
    whileOurs: (one) => (fence.signal.aborted ? Promise.resolve(undefined) : one()),
    async *batches() {},
    commit: () => Promise.resolve(true),
  };
}

const told = (store: MemoryProgress, one = topic) => store.published.get(`${one}/0`)?.settledUntil;
const promise = (settledUntil: number, one = topic) => ({
  topic: one,
  partition: 0,
  domain: "",
  settledUntil,
  waitingSince: 0,
});

/** The main path over these batches; `insert` stands before the store's. */
function start(batches: Batch[], now: () => number, insert: () => Promise<void> = async () => {}) {
  const progress = new MemoryProgress();
  const store = new MemoryStore();
  const storing = store.insert.bind(store);
  store.insert = async (block, fence) => (await insert(), storing(block, fence));
  const working = work({
    log: new MemoryLog([batches]),
    store,
    deadLetters: new MemoryDeadLetters(),
    registry: testRegistry,
    enricher: testEnricher,
    progress: testProgress(progress, now),
    observer: silentObserver,
    prefix: "audit",
    now,
    maxRefusedInARow: 100,
  });
  return { working, progress, store };
}

test("an insert that takes an hour holds readers at the moment at which its events were received", async () => {
  let now = NOW;
  const inserting = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const { working, progress, store } = start(
    [batchOf([recordOf(added, 1)])],
    () => now,
    async () => {
      now += 3_600_000;
      begun.resolve();
      await inserting.promise;
    },
  );
  await begun.promise;
  using asked = vi.spyOn(ReceivedClock.prototype, "settledUntil");
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(2));
  expect(told(progress)).toBe(NOW);
  inserting.resolve();
  await working;
  const [row] = readBlock([...store.blocks.values()]);
  expect(row?.["received_time"]).toBe(BigInt(NOW));
  expect(told(progress)).toBe(NOW + 3_600_000);
});

test("what is dead-lettered holds nobody", async () => {
  let now = NOW;
  const { working, progress } = start([batchOf([rawRecord(topic, 1, null)])], () => (now += 1));
  await working;
  expect(told(progress)).toBe(now);
});

test("events of a partition whose former owner's clock was ahead are received no earlier than it promised", async () => {
  const store = new MemoryProgress();
  await store.publish([promise(NOW + 5_000)], OPEN_FENCE);
  const behind: number[] = [];
  const observer = { ...silentObserver, clockBehind: (ms: number) => behind.push(ms) };
  const progress = new Progress({ store, observer, prefix: "audit", everyMs: 5, now: () => NOW });
  await using received = await progress.begin(assignmentOf([topic]));
  expect(received.begins()).toBe(NOW + 5_000);
  expect(behind).toEqual([5_000]);
});

test("a partition that never had a worker holds readers first, and goes on from where they can be by then", async () => {
  const store = new MemoryProgress();
  await store.publish([promise(NOW + 1_000, billing)], OPEN_FENCE);
  // Between the look and the claim others went on, and so did readers.
  const claim = store.claim.bind(store);
  let held: number | undefined;
  store.claim = async (progress, fence) => {
    await store.publish([promise(NOW + 2_000, billing)], OPEN_FENCE);
    await claim(progress, fence);
    held = told(store);
  };
  await using received = await testProgress(store).begin(assignmentOf([topic]));
  expect(held).toBe(NOW + 1_000);
  expect(received.begins()).toBe(NOW + 2_000);
});

test("nothing is told after the partitions were given away", async () => {
  const store = new MemoryProgress();
  const fence = new AbortController();
  let now = NOW;
  const assignment = assignmentOf([topic], { ...OPEN_FENCE, signal: fence.signal });
  const received = await testProgress(store, () => now).begin(assignment);
  await vi.waitFor(() => expect(told(store)).toBe(NOW));
  fence.abort();
  now += 1_000;
  await received[Symbol.asyncDispose]();
  expect(told(store)).toBe(NOW);
});

test("a store that cannot be told stops nothing, and is told later", async () => {
  const store = new MemoryProgress();
  await store.publish([promise(1)], OPEN_FENCE);
  const publish = store.publish.bind(store);
  let failures = 0;
  store.publish = () => Promise.reject(new Error("away"));
  const observer = { ...silentObserver, progressFailed: () => (failures += 1) };
  await using received = await new Progress({ store, observer, prefix: "audit", everyMs: 5, now: () => NOW }).begin(
    assignmentOf([topic]),
  );
  expect(received.begins()).toBe(NOW);
  received.settled();
  await vi.waitFor(() => expect(failures).toBeGreaterThan(1));
  store.publish = publish;
  await vi.waitFor(() => expect(told(store)).toBe(NOW));
});

test("how long the oldest record waits is told beside it", async () => {
  let now = NOW;
  const store = new MemoryProgress();
  const progress = testProgress(store, () => now);
  const received = await progress.begin(assignmentOf([topic, billing]));
  progress.waits(topic, 0, 2.5);
  progress.waits(billing, 0, 0);
  now += 1_000;
  await received[Symbol.asyncDispose]();
  expect(store.published.get(`${topic}/0`)).toEqual({
    ...promise(now),
    domain: "membership",
    waitingSince: NOW - 2_500,
  });
  expect(store.published.get(`${billing}/0`)).toMatchObject({ settledUntil: now, waitingSince: 0 });
});
