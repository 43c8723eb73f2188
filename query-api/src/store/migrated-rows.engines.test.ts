// What was stored when each field was a column of its own is read as it was.
import { createClient } from "@clickhouse/client";
import { migrate, readMigrations } from "@audit-log/schemas/migrations";
import { expect, inject, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION, PROJECT, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { NASTY } from "../filter/testing/any-row.ts";
import { clickhouseStore } from "./clickhouse-store.ts";

const DATABASE = "audit_test_query_migrated";

test("entries from before migration 12, whatever is in them", async () => {
  const { url, reader, writer } = inject("clickhouse");
  await using admin = createClient({ url, ...writer });
  await admin.command({ query: `DROP DATABASE IF EXISTS ${DATABASE}` });
  const before = readMigrations().filter(({ name }) => name < "0012");
  await migrate({ url, ...writer, database: DATABASE }, before);
  const now = Date.now();
  const rows = NASTY.map((text, age) =>
    rowAt(now - age, idOf(age), {
      organization_id: ORGANIZATION,
      resource_name: text,
      request_endpoint: text,
      status_message: text,
      user_agent: text,
      details: JSON.stringify({ [text]: text }),
      status_code: String(-age),
      producer_sequence: "18446744073709551615",
    }),
  );
  await admin.insert({ table: `${DATABASE}.events`, values: rows, format: "JSONEachRow" });
  expect((await migrate({ url, ...writer, database: DATABASE }))[0]).toMatch(/^0012/u);

  await using store = clickhouseStore({ url, ...reader, database: DATABASE });
  const window = { start: now - 86_400_000, end: now + 1 };
  const { signal } = new AbortController();
  for (const [scope, descendants] of [
    [await grantedScope({ type: "PROJECT", id: PROJECT }), false],
    [await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION }), true],
  ] as const)
    expect(await store.entries(selectionOf(scope, window, { descendants }), pageOf(100), signal)).toEqual({
      rows,
      next: undefined,
    });
  await admin.command({ query: `DROP DATABASE ${DATABASE}` });
});
