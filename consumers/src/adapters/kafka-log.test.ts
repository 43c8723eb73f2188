// What the group's machinery can do to us: a leader that moves while other fetches are under way, and a crash while fetching waits
// for room. kafkajs's own consumer runs here over brokers in memory.
import { topicOf } from "@audit-log/schemas";
import { expect, test, vi } from "vitest";
import type { EventStore } from "../ports.ts";
import { example, recordOf, silentObserver, testEnricher, testProgress, testRegistry } from "../testing/index.ts";
import { readBlock } from "../testing/read-block.ts";
import { work } from "../worker.ts";
import { clusterDouble, type ClusterDouble } from "./cluster-double.ts";
import { createKafkaLog } from "./kafka-log.ts";
import { MemoryDeadLetters } from "./memory.ts";

const topic = topicOf("membership");
const value = recordOf(example("membership.member.add"), 0, { eventTime: Date.now() }).value ?? Buffer.alloc(0);
const END = 300;

async function start(
  { kafka }: ClusterDouble,
  insert: () => Promise<void>,
  limits: { rows: number; inFlightBytes: number },
) {
  let settled = 0;
  const gaps: unknown[] = [];
  const observer: typeof silentObserver = {
    ...silentObserver,
    settled: ({ rows }) => (settled += rows.get("membership") ?? 0),
    offsetGap: (...gap) => gaps.push(gap),
  };
  const options = {
    groupId: "g",
    prefix: "audit",
    batch: { rows: limits.rows, bytes: 1e9, lingerMs: 1 },
    inFlightBytes: limits.inFlightBytes,
    sessionTimeoutMs: 6_000,
  };
  const log = await createKafkaLog(kafka, options, observer);
  // It remembers nothing for the read-back: what is inserted twice is seen.
  const inserted: string[] = [];
  const store: EventStore = {
    storedOffsets: () => Promise.resolve([]),
    storedIds: () => Promise.resolve(new Map()),
    insert: async ({ parts }) => {
      const offsets = readBlock(parts).map((row) => `${String(row["kafka_partition"])}/${String(row["kafka_offset"])}`);
      await insert();
      inserted.push(...offsets);
      return true;
    },
  };
  const deadLetters = new MemoryDeadLetters();
  const working = work({
    log,
    store,
    deadLetters,
    registry: testRegistry,
    enricher: testEnricher,
    progress: testProgress(undefined, Date.now),
    observer,
    prefix: "audit",
    now: Date.now,
    maxRefusedInARow: 100,
  });
  working.catch(() => {});
  return { log, working, settled: () => settled, gaps, inserted, letters: deadLetters.letters };
}

test(
  "a leader that moves loses nothing: a fetch of the assignment before is not taken for one of the next",
  { timeout: 30_000 },
  async () => {
    const cluster = clusterDouble(topic, END, value);
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 60));
    const { log, working, settled, gaps, inserted } = await start(cluster, slow, { rows: 40, inFlightBytes: 1e9 });
    await vi.waitFor(() => expect(settled()).toBeGreaterThan(100), { timeout: 10_000, interval: 5 });
    cluster.moveLeader();
    const atEnd = { timeout: 20_000, interval: 20 };
    await vi.waitFor(() => expect([cluster.joins(), ...cluster.committed.values()]).toEqual([2, END, END]), atEnd);
    expect(settled()).toBe(2 * END);
    // What was under way when the leader moved was committed before the group was joined again.
    expect(inserted).toHaveLength(2 * END);
    expect(new Set(inserted).size).toBe(2 * END);
    expect(gaps).toEqual([]);
    await log.stop();
    await working;
  },
);

test.each([
  ["nothing waits for a commit that nobody takes", false],
  ["an insert that outlasts all patience is waited for once, not with each request of joining", true],
])(
  "a coordinator that moves while its former broker lives on: the group is joined again; %s",
  { timeout: 40_000 },
  async (_what, isHeld) => {
    const cluster = clusterDouble(topic, END, value);
    const joined = Promise.withResolvers<void>();
    let [isHolding, held] = [false, 0];
    const insert = async () => {
      if (isHolding) held += 1;
      await (isHolding ? joined.promise : new Promise((resolve) => setTimeout(resolve, 60)));
    };
    const { log, working, settled, gaps, inserted } = await start(cluster, insert, { rows: 40, inFlightBytes: 1e9 });
    await vi.waitFor(() => expect(settled()).toBeGreaterThan(100), { timeout: 10_000, interval: 5 });
    isHolding = isHeld;
    await vi.waitFor(() => expect(held).toBe(isHeld ? 1 : 0), { timeout: 10_000, interval: 5 });
    cluster.moveCoordinator();
    await vi.waitFor(() => expect(cluster.joins()).toBe(2), { timeout: 20_000, interval: 20 });
    isHolding = false;
    joined.resolve();
    const atEnd = { timeout: 20_000, interval: 20 };
    await vi.waitFor(() => expect([...cluster.committed.values()]).toEqual([END, END]), atEnd);
    expect(cluster.joins()).toBe(2);
    expect(new Set(inserted).size).toBe(2 * END);
    expect(gaps).toEqual([]);
    await log.stop();
    await working;
  },
);

test(
  "a fault that nothing mends ends the worker, also while fetching waits for room",
  { timeout: 20_000 },
  async () => {
    const cluster = clusterDouble(topic, END, value);
    const failing = () =>
      new Promise<void>((_resolve, reject) => setTimeout(() => reject(new Error("table is gone")), 300));
    const { working } = await start(cluster, failing, { rows: 10, inFlightBytes: value.length * 15 });
    await expect(working).rejects.toThrow("table is gone");
  },
);

test.each([
  ["on its way, is fetched again and stored", 1, []],
  [
    "where it is kept, is dead-lettered in one piece",
    2,
    [{ unit: "record-batch", record: { partition: 0, offset: 40 } }],
  ],
])("a record batch that is damaged %s", { timeout: 20_000 }, async (_what, times, expected) => {
  const cluster = clusterDouble(topic, END, value);
  cluster.damage(40, times);
  const { log, working, inserted, letters, gaps } = await start(cluster, () => Promise.resolve(), {
    rows: 40,
    inFlightBytes: 1e9,
  });
  await vi.waitFor(() => expect([...cluster.committed.values()]).toEqual([END, END]), {
    timeout: 10_000,
    interval: 20,
  });
  await log.stop();
  await working;
  expect(letters).toMatchObject(expected);
  expect(new Set(inserted).size).toBe(2 * END - 10 * expected.length);
  expect(inserted).toHaveLength(2 * END - 10 * expected.length);
  expect(gaps).toEqual([]);
});
