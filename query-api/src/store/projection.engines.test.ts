// Pages below an organization are found by a projection: it must say what the table says, also after an event was filled, stored twice and merged.
import { createClient } from "@clickhouse/client";
import { ORGANIZATION_OUTLINES } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { expect, inject, test } from "vitest";

const DATABASE = "audit_test_query_projection";
const EVENTS = `${DATABASE}.events`;
const COLUMNS = "event_id, event_time, received_time, scope_id, scope_type, visibility, organization_id";

test("what is filled or merged is so in the projection, too", async () => {
  const { url, writer } = inject("clickhouse");
  await using client = createClient({ url, ...writer });
  const command = (query: string) => client.command({ query });
  await command(`DROP DATABASE IF EXISTS ${DATABASE}`);
  await migrate({ url, ...writer, database: DATABASE });
  const found = async (): Promise<number> => {
    const query = `SELECT count() AS found FROM ${DATABASE}.${ORGANIZATION_OUTLINES}`;
    const query_params = { organizationId: "o", visibilities: ["PUBLIC"] };
    const [row] = await (await client.query({ query, query_params, format: "JSONEachRow" })).json<{ found: string }>();
    return Number(row?.found);
  };
  await command(`INSERT INTO ${EVENTS} (${COLUMNS})
    SELECT generateUUIDv7(number), now64(3), now64(3), toString(number % 2), 'PROJECT', 'PUBLIC', if(number % 2 = 0, '', 'o') FROM numbers(5000)`);
  expect(await found()).toBe(2500);
  await command(
    `ALTER TABLE ${EVENTS} UPDATE organization_id = 'o' WHERE organization_id = '' SETTINGS mutations_sync = 2`,
  );
  expect(await found()).toBe(5000);
  await command(`INSERT INTO ${EVENTS} (${COLUMNS}) SELECT ${COLUMNS} FROM ${EVENTS} LIMIT 1000`);
  expect(await found()).toBe(6000);
  await command(`OPTIMIZE TABLE ${EVENTS} FINAL`);
  expect(await found()).toBe(5000);
  await command(`DROP DATABASE ${DATABASE}`);
});
