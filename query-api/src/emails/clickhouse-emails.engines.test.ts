import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { clickhouseStore } from "../store/clickhouse-store.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import { emailsContract } from "./emails.contract.ts";

let clickhouse: ClickHouseUnderTest;

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_emails");
});

afterAll(() => clickhouse[Symbol.asyncDispose]());

emailsContract(async () => {
  await clickhouse.empty();
  return { emails: clickhouse.store.emails, tell: (...told) => clickhouse.tell(...told) };
});

const ada = [{ kind: "USER", id: "ada" }];
const { signal } = new AbortController();

test("a server that is away is unavailable", async () => {
  const nowhere = { url: "http://127.0.0.1:1", database: "audit", username: "reader", password: "" };
  await using store = clickhouseStore(nowhere);
  await expect(store.emails.latest(ada, signal)).rejects.toBeInstanceOf(StoreUnavailable);
});

test("a table that is missing is a fault of ours, not a passing one", async () => {
  const { url, reader } = inject("clickhouse");
  await using store = clickhouseStore({ url, ...reader, database: "audit_test_query_nothing" });
  await expect(store.emails.latest(ada, signal)).rejects.not.toBeInstanceOf(StoreUnavailable);
});
