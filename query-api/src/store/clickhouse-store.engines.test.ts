import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { keysQuery } from "../query/keys-query.ts";
import { clickhouseStore } from "./clickhouse-store.ts";
import { entryStoreContract } from "./entry-store.contract.ts";
import { StoreUnavailable } from "./entry-store.ts";
import { queryParams } from "./query-params.ts";

const DATABASE = "audit_test_query_store";
let clickhouse: ClickHouseUnderTest;

// The server's clock moves: one moment for the whole suite is close enough to it.
const moment = Date.now();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), DATABASE);
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
  await using store = clickhouseStore({ url, ...reader, password: "wrong", database: DATABASE });
  await expect(page(store)).rejects.not.toBeInstanceOf(StoreUnavailable);
});

test("a page of everything below an organization is found by the projection, in its order, and ends with the page", async () => {
  await clickhouse.empty();
  const rows = Array.from({ length: 4_000 }, (_none, age) =>
    rowAt(moment - age, idOf(age), {
      organization_id: ORGANIZATION,
      scope_id: age % 2 === 0 ? PROJECT : OTHER_PROJECT,
    }),
  );
  await clickhouse.add(...rows);
  const scope = await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION });
  const below = selectionOf(scope, { start: moment - 90_000_000, end: moment + 1 }, { descendants: true });
  const { sql, params } = keysQuery(below, pageOf(50));
  const { url, writer } = inject("clickhouse");
  await using client = createClient({ url, ...writer, database: DATABASE });
  const answer = await client.query({
    query: `EXPLAIN indexes = 1 ${sql.replace(/max_result_rows = \d+/u, "max_result_rows = 0")}`,
    query_params: queryParams(params),
    format: "TabSeparated",
  });
  const plan = await answer.text();
  // Both halves by the projection's key, and none by the table's.
  expect(plan.match(/Keys:[^a-z]+organization_id[^a-z]+event_time[^a-z]+Condition/gu)).toHaveLength(2);
  expect(plan.match(/Read type: InReverseOrder/gu)).toHaveLength(2);
  const page = await clickhouse.store.entries(below, pageOf(50), new AbortController().signal);
  expect(page.rows.map(({ event_id }) => event_id)).toEqual(Array.from({ length: 50 }, (_none, age) => idOf(age)));
});
