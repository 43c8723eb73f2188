// The event store on a real ClickHouse: what every store keeps, an answer that was lost, and a table that is not safe.
import { uuidText } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { blockOf } from "../testing/block-of.ts";
import { silentObserver } from "../testing/index.ts";
import { storeContract } from "../testing/store-contract.ts";
import type { Block } from "../transcode/transcode.ts";
import { RefusedByStore } from "../stages/in-halves.ts";
import { createClickHouseStore, MADE_BY_MERGES } from "./clickhouse.ts";
import { OPEN_FENCE } from "./memory.ts";
import { requireSafeTable } from "./table-check.ts";

const database = `store${Date.now().toString(36)}`;
const { url, writer } = inject("clickhouse");
const client = createClient({ url, ...writer, database });
const SESSION_TIMEOUT_MS = 6_000;
const store = createClickHouseStore(client, SESSION_TIMEOUT_MS, silentObserver);

beforeAll(() => migrate({ url, ...writer, database }));
afterAll(() => client.close());

const blockAt = (topic: string, token: string, ...offsets: number[]): Block =>
  blockOf(
    token,
    offsets.map((offset) => ({ topic, partition: 0, offset, id: uuidText(Buffer.alloc(16, offset)) })),
  );

const offsetsIn = async (topic: string): Promise<number[]> => {
  const query = "SELECT kafka_offset AS offset FROM events WHERE kafka_topic = {topic:String} ORDER BY offset";
  const answer = await client.query({ query, query_params: { topic }, format: "JSONEachRow" });
  return (await answer.json<{ offset: string }>()).map(({ offset }) => Number(offset));
};

storeContract("ClickHouse", () => ({ store, blockOf, countIn: async (topic) => (await offsetsIn(topic)).length }));

test("an insert makes the indexes that it is looked up by, and a merge makes those for searching", async () => {
  const indexes = async (): Promise<string[]> => {
    const query =
      "SELECT name FROM system.data_skipping_indices WHERE database = currentDatabase() AND table = 'events' AND data_compressed_bytes > 0 ORDER BY name";
    const answer = await client.query({ query, format: "JSONEachRow" });
    return (await answer.json<{ name: string }>()).map(({ name }) => name);
  };
  await client.command({ query: "TRUNCATE TABLE events" });
  await store.insert(blockAt("indexed", "indexed", 0, 1), OPEN_FENCE);
  const atOnce = ["kafka_offsets", "received", "times", "without_organization"];
  expect(await indexes()).toEqual(atOnce);
  await client.command({ query: "OPTIMIZE TABLE events FINAL" });
  expect(await indexes()).toEqual([...atOnce, ...MADE_BY_MERGES].sort());
});

/** The client, whose first insert of a block is done or not, and whose answer is lost either way. */
function losing(isDone: boolean): { client: ClickHouseClient; inserts: () => number } {
  let inserts = 0;
  const exec: ClickHouseClient["exec"] = async (params) => {
    if (!params.query.startsWith("INSERT INTO events ")) return client.exec(params);
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
  expect(await patient.insert(blockAt(topic, topic, 5, 6), OPEN_FENCE)).toBe(true);
  expect(wrapped.inserts()).toBe(inserts);
  expect(await offsetsIn(topic)).toEqual([5, 6]);
});

test("a block that a constraint refuses says by which rule, and nothing of the event's values", async () => {
  await client.command({ query: "ALTER TABLE events ADD CONSTRAINT no_poison CHECK kafka_topic != 'poison'" });
  const refusal: unknown = await store
    .insert(blockAt("poison", "poison", 7), OPEN_FENCE)
    .catch((cause: unknown) => cause);
  await client.command({ query: "ALTER TABLE events DROP CONSTRAINT no_poison" });
  if (!(refusal instanceof RefusedByStore)) expect.unreachable(String(refusal));
  expect(refusal.message).toContain("no_poison");
  expect(refusal.message).not.toContain("Column values");
  expect(await offsetsIn("poison")).toEqual([]);
});

test("a table with parts that readers would miss is refused, until they are made anew", async () => {
  await store.insert(blockAt("unfindable", "unfindable", 1), OPEN_FENCE);
  await client.command({ query: "ALTER TABLE events CLEAR PROJECTION by_organization SETTINGS mutations_sync = 2" });
  await expect(requireSafeTable(client, silentObserver)).rejects.toThrow("lack the projection by_organization");
  const mended = "ALTER TABLE events MATERIALIZE PROJECTION by_organization SETTINGS mutations_sync = 2";
  await client.command({ query: mended });
  await requireSafeTable(client, silentObserver);
});

test("a table that forgets tokens is refused", async () => {
  await requireSafeTable(client, silentObserver);
  await client.command({ query: "ALTER TABLE events MODIFY SETTING non_replicated_deduplication_window = 0" });
  await expect(requireSafeTable(client, silentObserver)).rejects.toThrow("non_replicated_deduplication_window is 0");
  await client.command({ query: "DROP TABLE events" });
  await expect(requireSafeTable(client, silentObserver)).rejects.toThrow("does not exist");
});
