import { INGEST_PROGRESS_TABLE } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, inject } from "vitest";
import { silentObserver } from "../testing/index.ts";
import { createClickHouseProgress } from "./clickhouse-progress.ts";
import { progressStoreContract } from "./progress-store.contract.ts";

const { url, writer } = inject("clickhouse");
const database = "audit_test_progress";
const client = createClient({ url, ...writer, database });

beforeAll(() => migrate({ url, ...writer, database }));
afterAll(() => client.close());

progressStoreContract(async () => {
  await client.command({ query: `TRUNCATE TABLE ${INGEST_PROGRESS_TABLE}` });
  return createClickHouseProgress(client, 6_000, silentObserver);
});
