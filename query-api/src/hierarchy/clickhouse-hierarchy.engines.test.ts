import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { clickhouseStore } from "../store/clickhouse-store.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import { folder, hierarchyContract, organization, project } from "./hierarchy.contract.ts";

let clickhouse: ClickHouseUnderTest;
const { signal } = new AbortController();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_hierarchy");
});

afterAll(() => clickhouse[Symbol.asyncDispose]());

hierarchyContract(async () => {
  await clickhouse.empty();
  return { hierarchy: clickhouse.store.hierarchy, place: (...told) => clickhouse.place(...told) };
});

test("a node that two organizations claim lies in neither: in doubt nobody inherits", async () => {
  await clickhouse.empty();
  await clickhouse.place(project("p1"), folder("f1"), organization("o1"));
  await clickhouse.claim(project("p1"), organization("o2"));
  expect(await clickhouse.store.hierarchy.above(project("p1"), signal)).toEqual([]);
});

test("a server that is away is unavailable", async () => {
  const nowhere = { url: "http://127.0.0.1:1", database: "audit", username: "reader", password: "" };
  await using store = clickhouseStore(nowhere);
  await expect(store.hierarchy.above(project("p1"), signal)).rejects.toBeInstanceOf(StoreUnavailable);
});
