import { DAY_MS } from "@audit-log/schemas";
import { afterAll, beforeAll, inject } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "./clickhouse-under-test.ts";
import { tenantsContract } from "./tenants.contract.ts";

let clickhouse: ClickHouseUnderTest;
beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_tenants");
});
afterAll(() => clickhouse[Symbol.asyncDispose]());

tenantsContract(async () => {
  const { store } = clickhouse;
  // It stands still: answers carry their time.
  const now = Date.now();
  await clickhouse.progress({ domain: "membership", settledUntil: now + DAY_MS, waitingSince: 0 });
  return {
    overrides: {
      store,
      feed: store.feed,
      summaries: store.summaries,
      insightRows: store.insightRows,
      hierarchy: store.hierarchy,
      emails: store.emails,
    },
    now: () => now,
    place: (...told) => clickhouse.place(...told),
    add: (...rows) => clickhouse.add(...rows),
  };
});
