// The main path on ports in memory: what is stored, what is dead-lettered and why, what is committed, what is skipped.
import { readExamples } from "@audit-log/schemas/examples";
import { MAX_EVENT_BYTES, topicOf, DAY_MS, uuidText } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { MemoryDeadLetters, MemoryLog, MemoryStore } from "./adapters/memory.ts";
import { unpack } from "./fetch/unpack.ts";
import { type Batch, isUnreadable } from "./record.ts";
import {
  FOREIGN_SCHEMA_ID,
  NOW,
  batchOf,
  example,
  rawRecord,
  recordOf,
  silentObserver,
  testEnricher,
  testProgress,
  testRegistry,
} from "./testing/index.ts";
import { readBlock } from "./testing/read-block.ts";
import { storedBatch } from "./testing/record-batches.ts";
import { RefusedByStore } from "./stages/in-halves.ts";
import { work } from "./worker.ts";

const added = example("membership.member.add");
const topic = topicOf("membership");
const good = recordOf(added, 1).value ?? Buffer.alloc(0);

function start(epochs: Batch[][], store = new MemoryStore()) {
  const log = new MemoryLog(epochs);
  const deadLetters = new MemoryDeadLetters();
  const working = work({
    log,
    store,
    deadLetters,
    registry: testRegistry,
    enricher: testEnricher,
    progress: testProgress(),
    observer: silentObserver,
    prefix: "audit",
    now: () => NOW,
    maxRefusedInARow: 100,
  });
  return { working, log, store, letters: deadLetters.letters };
}

async function run(epochs: Batch[][], store?: MemoryStore) {
  const started = start(epochs, store);
  await started.working;
  return started;
}

test("every example becomes a row, and its range is committed", async () => {
  const records = readExamples().map((one, index) => recordOf(one, index));
  const { log, store, letters } = await run([[batchOf(records)]]);
  expect(letters).toEqual([]);
  expect(store.blocks.size).toBe(1);
  expect(log.committed.size).toBe(new Set(readExamples().map(({ domain }) => domain)).size);
});

const withHeader = (schemaId: number, body: Buffer): Buffer => {
  const header = Buffer.alloc(5);
  header.writeInt32BE(schemaId, 1);
  return Buffer.concat([header, body]);
};

test.each([
  ["a null value", null, "null-value"],
  ["a value of three bytes", Buffer.from([0, 0, 0]), "too-short"],
  ["JSON text", Buffer.from('{"event":"x"}'), "not-registry-framed"],
  ["the newer framing with a GUID", Buffer.concat([Buffer.from([1]), good.subarray(1)]), "guid-framing-not-supported"],
  ["an unknown schema id", withHeader(4711, good.subarray(5)), "unknown-schema-id"],
  ["a schema that is no event's", withHeader(FOREIGN_SCHEMA_ID, Buffer.alloc(0)), "not-an-event-schema"],
  ["truncated Avro", good.subarray(0, good.length - 3), "malformed-avro"],
  ["bytes behind the event", Buffer.concat([good, Buffer.from([1])]), "malformed-avro"],
  ["an event of 300 KiB", Buffer.concat([good, Buffer.alloc(300 * 1024)]), "too-large"],
  ["the year 1970", recordOf(added, 1, { eventTime: 0 }).value, "time-before-retention"],
  ["the year 2099", recordOf(added, 1, { eventTime: Date.parse("2099-01-01T00:00:00Z") }).value, "time-in-the-future"],
  ["an event without a scope", recordOf(added, 1, { scope: { type: "PROJECT", id: "" } }).value, "empty-identifier"],
])("%s is dead-lettered with its bytes and a reason, and the line goes on", async (_what, value, reason) => {
  const { log, store, letters } = await run([[batchOf([rawRecord(topic, 1, value), recordOf(added, 2)])]]);
  expect(letters).toMatchObject([{ reason, record: { topic, partition: 0, offset: 1 } }]);
  expect(letters[0]?.record.value).toEqual(value);
  expect(letters[0]?.message).not.toBe("");
  expect(store.blocks.size).toBe(1);
  expect(log.committed.get(`${topic}/0`)).toBe(3);
});

test("an event in another domain's topic is dead-lettered", async () => {
  const value = recordOf(added, 1).value;
  const { letters } = await run([[batchOf([rawRecord(topicOf("billing"), 1, value)])]]);
  expect(letters).toMatchObject([{ reason: "domain-mismatch" }]);
});

test("the bounds of the time window are inside", async () => {
  const oldest = recordOf(added, 1, { eventTime: NOW - 90 * DAY_MS });
  const newest = recordOf(added, 2, { eventTime: NOW + DAY_MS });
  expect((await run([[batchOf([oldest, newest])]])).letters).toEqual([]);
});

test("an event as large as an event may be is stored", async () => {
  const padding = MAX_EVENT_BYTES - good.length - 8;
  const large = recordOf(added, 1, { result: "x".repeat(padding) });
  expect(large.value?.length).toBeLessThanOrEqual(MAX_EVENT_BYTES);
  expect((await run([[batchOf([large])]])).letters).toEqual([]);
});

test("what the read-back finds is not inserted again, and is committed", async () => {
  const store = new MemoryStore();
  store.stored = [{ topic, partition: 0, offset: 1, id: uuidText(added.event.id) }];
  const { log } = await run([[batchOf([recordOf(added, 1)])]], store);
  expect(store.blocks.size).toBe(0);
  expect(log.committed.get(`${topic}/0`)).toBe(2);
});

test("another event at a stored offset is inserted: the topic was created anew", async () => {
  const store = new MemoryStore();
  store.stored = [{ topic, partition: 0, offset: 1, id: "0197a5a8-0000-7000-8000-000000000000" }];
  const { log } = await run([[batchOf([recordOf(added, 1)])]], store);
  expect(store.blocks.size).toBe(1);
  expect(log.committed.get(`${topic}/0`)).toBe(2);
});

test("what lies below the committed offset is skipped where it is stored, and stored where it is another event", async () => {
  const store = new MemoryStore();
  store.stored = [{ topic, partition: 0, offset: 1, id: uuidText(added.event.id) }];
  // The read-back of an assignment asks for nothing below the committed offset.
  store.storedOffsets = () => Promise.resolve([]);
  const other = Buffer.from(added.event.id);
  other.writeUInt8(other.readUInt8(15) ^ 1, 15);
  const batch = batchOf([recordOf(added, 1), recordOf(added, 2, { id: other })]);
  for (const one of batch.batches) if (!isUnreadable(one)) one.isBehind = true;
  await run([[batch]], store);
  const [block] = [...store.blocks.values()];
  expect(readBlock([block ?? Buffer.alloc(0)]).map((row) => Number(row["kafka_offset"]))).toEqual([2]);
});

test("the same records in a new assignment are the same block", async () => {
  const records = [recordOf(added, 1), recordOf(added, 2)];
  const { store } = await run([[batchOf(records)], [batchOf(records)]]);
  expect(store.blocks.size).toBe(1);
});

test("nothing is committed where the insert cannot be", async () => {
  const store = new MemoryStore();
  store.insert = () => Promise.reject(new Error("table is gone"));
  const { working, log } = start([[batchOf([recordOf(added, 1)])]], store);
  await expect(working).rejects.toThrow("table is gone");
  expect(log.committed.size).toBe(0);
});

test("a record batch that cannot be read is dead-lettered in one piece, and the line goes on", async () => {
  const stored = storedBatch([recordOf(added, 1), recordOf(added, 2)], 2);
  const unreadable = unpack(topic, 0, 1, { stored, isVoid: false });
  const next = batchOf([recordOf(added, 3)]);
  const { log, store, letters } = await run([[{ ...next, batches: [unreadable, ...next.batches] }]]);
  expect(letters).toMatchObject([
    { reason: "unreadable-record-batch", unit: "record-batch", record: { offset: 1, value: stored } },
  ]);
  expect(store.blocks.size).toBe(1);
  expect(log.committed.get(`${topic}/0`)).toBe(4);
});

/** Refuses every block that holds one of these offsets, as a constraint on the table does. */
function refusing(...offsets: number[]): MemoryStore {
  const store = new MemoryStore();
  const insert = store.insert.bind(store);
  store.insert = (block, fence) =>
    block.spots().some(({ offset }) => offsets.includes(offset))
      ? Promise.reject(new RefusedByStore("constraint no_poison is violated"))
      : insert(block, fence);
  return store;
}

const idAt = (offset: number): Buffer => {
  const id = Buffer.from(added.event.id);
  id.writeUInt16BE(offset, 14);
  return id;
};
const records = (count: number) =>
  Array.from({ length: count }, (_, offset) => recordOf(added, offset, { id: idAt(offset) }));

test("an event that the store refuses for its content is dead-lettered, and every other one is stored once", async () => {
  const poison = [0, 17, 18, 99];
  const second = { ...batchOf(records(100)).batches[0]!, partition: 1 };
  const first = batchOf(records(100));
  const batch = {
    batches: [...first.batches, second],
    ranges: [...first.ranges, { ...first.ranges[0]!, partition: 1 }],
  };
  const { log, store, letters } = await run([[batch]], refusing(...poison));
  const expected = [0, 1].flatMap((partition) =>
    poison.map((offset) => ({ reason: "refused-by-store", record: { topic, partition, offset } })),
  );
  expect(letters).toMatchObject(expected);
  expect(letters[0]?.message).toContain("no_poison");
  expect(letters[1]?.record.value).toEqual(records(100)[17]?.value);
  const spots = store.stored.map(({ partition, offset }) => `${partition}/${offset}`);
  expect(new Set(spots).size).toBe(2 * (100 - poison.length));
  expect(spots).toHaveLength(2 * (100 - poison.length));
  expect([...log.committed.values()]).toEqual([100, 100]);
});

test("a store that refuses everything for its content stops the worker: nothing is committed", async () => {
  const all = Array.from({ length: 120 }, (_, offset) => offset);
  const { working, log, letters } = start([[batchOf(records(120))]], refusing(...all));
  await expect(working).rejects.toThrow("in a row");
  expect(letters).toHaveLength(100);
  expect(log.committed.size).toBe(0);
});
