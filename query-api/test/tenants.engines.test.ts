import { DAY_MS } from "@audit-log/schemas";
import { afterAll, beforeAll, inject } from "vitest";
import { clickhouseExportStore } from "../src/index.ts";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "./clickhouse-under-test.ts";
import { SOME_PRINCIPALS, tenantsContract } from "./tenants.contract.ts";

const DATABASE = "audit_test_query_tenants";
let clickhouse: ClickHouseUnderTest;
let exports: ReturnType<typeof clickhouseExportStore>;
beforeAll(async () => {
  const { url, reader } = inject("clickhouse");
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), DATABASE);
  exports = clickhouseExportStore({ url, ...reader, database: DATABASE });
});
afterAll(async () => {
  await exports[Symbol.asyncDispose]();
  await clickhouse[Symbol.asyncDispose]();
});

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
      exports,
      hierarchy: store.hierarchy,
      emails: store.emails,
    },
    now: () => now,
    place: (...told) => clickhouse.place(...told),
    add: (...rows) => clickhouse.add(...rows),
  };
}, SOME_PRINCIPALS);
