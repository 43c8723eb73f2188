import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { grantedScope } from "../../test/granted-scope.ts";
import { PROJECT } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { clickhouseStore } from "./clickhouse-store.ts";
import { entryStoreContract } from "./entry-store.contract.ts";
import { StoreUnavailable } from "./entry-store.ts";

let clickhouse: ClickHouseUnderTest;

// The server's clock moves: one moment for the whole suite is close enough to it.
const moment = Date.now();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_store");
});

afterAll(() => clickhouse[Symbol.asyncDispose]());

entryStoreContract(
  async () => {
    await clickhouse.empty();
    return { ...clickhouse, tell: (initiator, email) => clickhouse.tell(initiator, email, "1") };
  },
  { now: () => moment, propertyRuns: 25 },
);

const page = async (store: ClickHouseUnderTest["store"]) =>
  store.entries(
    selectionOf(await grantedScope({ type: "PROJECT", id: PROJECT }), { start: moment - 1000, end: moment }),
    pageOf(1),
    new AbortController().signal,
  );

test("a server that is away is unavailable", async () => {
  await using store = clickhouseStore({
    url: "http://127.0.0.1:1",
    database: "audit",
    username: "reader",
    password: "",
  });
  await expect(page(store)).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
});

test("a table that is missing is a fault of ours, not a passing one", async () => {
  const { url, reader } = inject("clickhouse");
  await using store = clickhouseStore({ url, ...reader, database: "audit_test_query_nothing" });
  await expect(page(store)).rejects.not.toBeInstanceOf(StoreUnavailable);
});

test("a wrong password is a fault of ours", async () => {
  const { url, reader } = inject("clickhouse");
  await using store = clickhouseStore({ url, ...reader, password: "wrong", database: "audit_test_query_store" });
  await expect(page(store)).rejects.not.toBeInstanceOf(StoreUnavailable);
});
