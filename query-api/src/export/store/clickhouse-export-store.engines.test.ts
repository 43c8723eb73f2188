import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../../test/clickhouse-under-test.ts";
import { grantedScope } from "../../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../../test/rows.ts";
import { selectionOf } from "../../../test/selections.ts";
import { exampleEmail, exampleRow } from "../../entries/example-row.ts";
import { initiatorOf } from "../../query/entry-row.ts";
import { StoreUnavailable } from "../../store/entry-store.ts";
import { parquetRows } from "../formats/parquet-rows.ts";
import { clickhouseExportStore } from "./clickhouse-export-store.ts";
import { exportStoreContract } from "./export-store.contract.ts";

const DATABASE = "audit_test_query_export";
const { url, reader, writer } = inject("clickhouse");
let clickhouse: ClickHouseUnderTest;
const store = clickhouseExportStore({ url, ...reader, database: DATABASE });
const admin = createClient({ url, ...writer });

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), DATABASE);
});

afterAll(async () => {
  await admin.close();
  await store[Symbol.asyncDispose]();
  await clickhouse[Symbol.asyncDispose]();
});

const now = Date.now();
exportStoreContract(
  async () => {
    await clickhouse.empty();
    return { store, add: (...rows) => clickhouse.add(...rows) };
  },
  () => now,
);

const selection = async (days = 60) =>
  selectionOf(await grantedScope({ type: "PROJECT", id: PROJECT }), { start: now - days * 86_400_000, end: now });
const { signal } = new AbortController();

/** Queries of downloads that the engine is busy with. */
async function running(): Promise<number> {
  const query =
    "SELECT count() AS n FROM system.processes WHERE query LIKE '%row_mark%' AND query NOT LIKE '%system.processes%'";
  const [row] = await (await admin.query({ query, format: "JSONEachRow" })).json<{ n: string }>();
  return Number(row?.n);
}

/** More than all buffers on the way hold. */
async function addMany(): Promise<void> {
  await clickhouse.empty();
  await clickhouse.add(rowAt(now - 1, idOf(1)));
  const copies = "SELECT * REPLACE (generateUUIDv7(number) AS event_id, repeat('x', 20000) AS request_body)";
  const query = `INSERT INTO ${DATABASE}.events ${copies} FROM ${DATABASE}.events, numbers(20000) AS numbers`;
  await admin.command({ query: query.replace("SELECT * ", "SELECT events.* ") });
}

test("who stops taking keeps the query waiting, and who leaves ends it", async () => {
  await addMany();
  const rows = store.rows(await selection(), "oldest-first", undefined, signal)[Symbol.asyncIterator]();
  expect((await rows.next()).done).toBe(false);
  await vi.waitFor(async () => expect(await running()).toBe(1));
  await rows.return?.();
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 20_000, interval: 50 });
});

test("an abort ends the query, and is a fault", async () => {
  const leaving = new AbortController();
  const rows = store.rows(await selection(), "oldest-first", undefined, leaving.signal)[Symbol.asyncIterator]();
  await rows.next();
  leaving.abort();
  await expect(
    (async () => {
      for (let next = await rows.next(); next.done !== true;) next = await rows.next();
    })(),
  ).rejects.toBeInstanceOf(StoreUnavailable);
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 20_000, interval: 50 });
});

test("Parquet: each event once, with its initiator's e-mail, read back by ClickHouse", async () => {
  await clickhouse.empty();
  await clickhouse.tell(initiatorOf(exampleRow), exampleEmail, "1");
  const rows = [1, 2, 3].map((age) => rowAt(now - age, idOf(age)));
  await clickhouse.add(...rows, rowAt(now - 4, idOf(4), { initiator_id: "nobody" }));
  await clickhouse.add(...rows);
  const file = Buffer.concat(await Array.fromAsync(store.parquet(await selection(), signal)));
  expect(parquetRows(file)).toBe(4);
  expect(parquetRows(file.subarray(0, -1))).toBeUndefined();
  await admin.command({
    query: `CREATE TABLE ${DATABASE}.back (id String, event_time DateTime64(3, 'UTC'), details String, initiator_email String) ENGINE = Memory`,
  });
  const credentials = { "x-clickhouse-user": writer.username, "x-clickhouse-key": writer.password };
  const query = encodeURIComponent(
    `INSERT INTO ${DATABASE}.back SETTINGS input_format_skip_unknown_fields = 1 FORMAT Parquet`,
  );
  const answer = await fetch(`${url}/?query=${query}`, { method: "POST", headers: credentials, body: file });
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
  const back = await admin.query({
    query: `SELECT id, initiator_email, details FROM ${DATABASE}.back ORDER BY id`,
    format: "JSONEachRow",
  });
  expect(await back.json()).toEqual(
    [1, 2, 3, 4].map((age) => ({
      id: idOf(age),
      initiator_email: age === 4 ? "" : exampleEmail,
      details: exampleRow.details,
    })),
  );
});

test("Parquet of nothing is a file without rows", async () => {
  await clickhouse.empty();
  const file = Buffer.concat(await Array.fromAsync(store.parquet(await selection(), signal)));
  expect(parquetRows(file)).toBe(0);
});

test("a server that is away is unavailable", async () => {
  await using nowhere = clickhouseExportStore({
    url: "http://127.0.0.1:1",
    database: "audit",
    username: "reader",
    password: "",
  });
  await expect(
    Array.fromAsync(nowhere.rows(await selection(), "oldest-first", undefined, signal)),
  ).rejects.toBeInstanceOf(StoreUnavailable);
});
