import { afterAll, beforeAll, inject } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { summariesContract } from "./summaries.contract.ts";

let clickhouse: ClickHouseUnderTest;
const moment = Date.now();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_summaries");
});
afterAll(() => clickhouse[Symbol.asyncDispose]());

summariesContract(
  async () => {
    await clickhouse.empty();
    return { ...clickhouse, summaries: clickhouse.store.summaries };
  },
  { now: () => moment, propertyRuns: 15 },
);
