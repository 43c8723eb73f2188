// The event store on a real ClickHouse: tokens, the read-back, an answer that was lost, a fence that is closed, and a table that is not safe.
import { NO_ENRICHMENT, uuidText } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { migrate } from "@audit-log/schemas/migrations";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { silentObserver, testEnricher } from "../testing/index.ts";
import { EventBlock } from "../transcode/event-block.ts";
import { type Block, blockOf as toBlock } from "../transcode/transcode.ts";
import { createClickHouseStore } from "./clickhouse.ts";
import { OPEN_FENCE } from "./memory.ts";
import { requireSafeTable } from "./table-check.ts";

const database = `store${Date.now().toString(36)}`;
const { url, writer } = inject("clickhouse");
const client = createClient({ url, ...writer, database });
const SESSION_TIMEOUT_MS = 6_000;
const store = createClickHouseStore(client, SESSION_TIMEOUT_MS, silentObserver);

beforeAll(() => migrate({ url, ...writer, database }));
afterAll(() => client.close());

const idOf = (offset: number): Buffer => Buffer.alloc(16, offset);

function blockOf(topic: string, token: string, ...offsets: number[]): Block {
  const [example] = readExamples();
  if (example === undefined) throw new Error("there are no examples");
  const block = new EventBlock(testEnricher);
  for (const offset of offsets) {
    const event = { ...example.event, id: idOf(offset), eventTime: Date.now() };
    const { domain } = example;
    block.appendEvent({
      event,
      enrichment: NO_ENRICHMENT,
      domain,
      receivedTime: Date.now(),
      schemaId: 1,
      topic,
      partition: 0,
      offset,
    });
  }
  return { ...toBlock(block), token };
}

const offsetsIn = async (topic: string): Promise<number[]> => {
  const query = "SELECT kafka_offset AS offset FROM events WHERE kafka_topic = {topic:String} ORDER BY offset";
  const answer = await client.query({ query, query_params: { topic }, format: "JSONEachRow" });
  return (await answer.json<{ offset: string }>()).map(({ offset }) => Number(offset));
};

test("another block under the same token is not stored: the token decides", async () => {
  await store.insert(blockOf("token", "one", 1), OPEN_FENCE);
  await store.insert(blockOf("token", "one", 2), OPEN_FENCE);
  await store.insert(blockOf("token", "another", 3), OPEN_FENCE);
  expect(await offsetsIn("token")).toEqual([1, 3]);
});

test("the read-back names exactly the stored offsets at or above a position, and their ids", async () => {
  await store.insert(blockOf("back", "back", 1, 3, 4, 9), OPEN_FENCE);
  expect(await store.storedOffsets([{ topic: "back", partition: 0, offset: 2 }])).toEqual([
    { topic: "back", partition: 0, first: 3, last: 4 },
    { topic: "back", partition: 0, first: 9, last: 9 },
  ]);
  expect(await store.storedOffsets([{ topic: "back", partition: 0, offset: 10 }])).toEqual([]);
  expect(await store.storedIds({ topic: "back", partition: 0, first: 3, last: 8 })).toEqual(
    new Map([3, 4].map((offset) => [offset, uuidText(idOf(offset))])),
  );
});

/** The client, whose first insert is done or not, and whose answer is lost either way. */
function losing(isDone: boolean): { client: ClickHouseClient; inserts: () => number } {
  let inserts = 0;
  const exec: ClickHouseClient["exec"] = async (params) => {
    const first = inserts++ === 0;
    if (first && !isDone) throw new Error("connect ECONNREFUSED");
    const result = await client.exec(params);
    if (first) throw new Error("socket hang up");
    return result;
  };
  const wrapped = new Proxy(client, {
    get: (target, name) => {
      const value: unknown = name === "exec" ? exec : Reflect.get(target, name);
      return typeof value === "function" && name !== "exec" ? value.bind(target) : value;
    },
  });
  return { client: wrapped, inserts: () => inserts };
}

test.each([
  ["is not sent again where the block is stored", true, 1],
  ["is sent again where it is not", false, 2],
])("an insert whose answer was lost %s", async (topic, isDone, inserts) => {
  const wrapped = losing(isDone);
  const patient = createClickHouseStore(wrapped.client, SESSION_TIMEOUT_MS, silentObserver);
  expect(await patient.insert(blockOf(topic, topic, 5, 6), OPEN_FENCE)).toBe(true);
  expect(wrapped.inserts()).toBe(inserts);
  expect(await offsetsIn(topic)).toEqual([5, 6]);
});

test("nothing is inserted behind a closed fence, nor while the group has not heard of us", async () => {
  const over = AbortSignal.abort();
  expect(await store.insert(blockOf("fence", "closed", 1), { signal: over, isOpen: () => true })).toBe(false);
  const ending = new AbortController();
  let asked = 0;
  const isOpen = () => {
    if (++asked === 3) ending.abort();
    return false;
  };
  expect(await store.insert(blockOf("fence", "stale", 2), { signal: ending.signal, isOpen })).toBe(false);
  expect(asked).toBe(3);
  expect(await offsetsIn("fence")).toEqual([]);
});

test("a table that forgets tokens is refused", async () => {
  await requireSafeTable(client, silentObserver);
  await client.command({ query: "ALTER TABLE events MODIFY SETTING non_replicated_deduplication_window = 0" });
  await expect(requireSafeTable(client, silentObserver)).rejects.toThrow("non_replicated_deduplication_window is 0");
  await client.command({ query: "DROP TABLE events" });
  await expect(requireSafeTable(client, silentObserver)).rejects.toThrow("does not exist");
});
