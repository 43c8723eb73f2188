// Events find their organization and folder after they were stored: whoever reads below these while that happens must miss none.
import { FOLDER_ENTRIES, ORGANIZATION_ENTRIES, ORGANIZATION_OUTLINES, once } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

const DATABASE = "audit_test_query_filled";
/** Each is a part, which is filled by itself. */
const WEEKS = 8;
const EVENTS = WEEKS * 20;
const ROUNDS = 2;
const PARAMS = { organizationId: "o", folderId: "f", visibilities: ["PUBLIC"] };

const { url, writer } = inject("clickhouse");
const client = createClient({ url, ...writer, database: DATABASE });
const run = (query: string) => client.command({ query });

beforeAll(async () => {
  await using anywhere = createClient({ url, ...writer });
  await anywhere.command({ query: `DROP DATABASE IF EXISTS ${DATABASE}` });
  await migrate({ url, ...writer, database: DATABASE });
  await run(`INSERT INTO hierarchy (organization_id, id, type, folder_ids, version)
    VALUES ('o', 'f', 'FOLDER', ['f'], 1), ('o', 'p', 'PROJECT', ['f'], 1)`);
  await run("INSERT INTO scope_places (organization_id, folder_id, scope_id) VALUES ('o', 'f', 'p')");
});
afterAll(async () => {
  await run(`DROP DATABASE ${DATABASE}`);
  await client.close();
});

test.each([
  ["an organization by the projection", ORGANIZATION_OUTLINES],
  ["an organization", ORGANIZATION_ENTRIES],
  ["an organization, counted", once(ORGANIZATION_ENTRIES)],
  ["a folder", FOLDER_ENTRIES],
  ["a folder, counted", once(FOLDER_ENTRIES)],
])("%s: none is missing while events are filled", async (_name, source) => {
  const counts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) counts.push(...(await countsWhileFilled(source)));
  expect(Math.min(...counts)).toBe(EVENTS);
});

/** How many events were there each time that they were counted. */
async function countsWhileFilled(source: string): Promise<number[]> {
  await run("TRUNCATE TABLE events");
  await run(`INSERT INTO events (event_id, event_time, scope_id, scope_type, visibility)
    SELECT generateUUIDv7(number), now64(3) - toIntervalWeek(number % ${WEEKS}), 'p', 'PROJECT', 'PUBLIC' FROM numbers(${EVENTS})`);
  const filled = new AbortController();
  const counting = [count(), count()];
  await run(`ALTER TABLE events UPDATE organization_id = 'o', folder_id = 'f' WHERE organization_id = ''
    SETTINGS mutations_sync = 2`);
  filled.abort();
  return (await Promise.all(counting)).flat();

  async function count(): Promise<number[]> {
    // The server waits a little before it looks which parts there are: as a busy one does.
    const query = `SELECT uniqExact(event_id) AS found FROM ${source} SETTINGS merge_tree_storage_snapshot_sleep_ms = 5`;
    const found: number[] = [];
    while (!filled.signal.aborted) {
      const answer = await client.query({ query, query_params: PARAMS, format: "JSONEachRow" });
      for (const row of await answer.json<{ found: string }>()) found.push(Number(row.found));
    }
    return found;
  }
}
