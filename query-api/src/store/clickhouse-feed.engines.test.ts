import { afterAll, beforeAll, inject } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { feedStoreContract } from "./feed-store.contract.ts";

let clickhouse: ClickHouseUnderTest;
// The server's clock moves: one moment for the whole suite is close enough to it.
const moment = Date.now();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_feed");
});
afterAll(() => clickhouse[Symbol.asyncDispose]());

feedStoreContract(
  async () => {
    await clickhouse.empty();
    return { ...clickhouse, feed: clickhouse.store.feed };
  },
  { now: () => moment, propertyRuns: 15 },
);
