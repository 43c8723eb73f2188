/** Where audit-ops looks: the environment first, then what runs here, and nothing made up. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepCredentials } from "../gateway/credentials.ts";
import { enginesFolder } from "../start-options.ts";
import { opsEnvironment } from "./ops-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-ops-"));
const env = { AUDIT_LOCAL_FOLDER: folder };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = {
  kafka: "127.0.0.1:1",
  registry: "http://127.0.0.1:2",
  clickhouse: "http://127.0.0.1:3",
  tokens: { auditor: "hush" },
};
const kafkaOfRun = { KAFKA_BROKERS: run.kafka, SCHEMA_REGISTRY_URL: run.registry };

test("nothing where nothing runs", async () => {
  expect(await opsEnvironment(env)).toBeUndefined();
});

test("what runs here, unless the environment names brokers or ClickHouse", async () => {
  writeFileSync(join(folder, "run.json"), JSON.stringify(run));
  expect(await opsEnvironment(env)).toEqual({ ...env, ...kafkaOfRun });
  for (const address of [{ KAFKA_BROKERS: "kafka:9092" }, { CLICKHOUSE_URL: "http://clickhouse:8123" }])
    expect(await opsEnvironment({ ...env, ...address })).toEqual({ ...env, ...address });
});

test("ClickHouse's writer where the engines were started here", async () => {
  const { credentials } = await keepCredentials(enginesFolder(folder));
  expect(await opsEnvironment(env)).toEqual({
    ...env,
    ...kafkaOfRun,
    CLICKHOUSE_URL: run.clickhouse,
    CLICKHOUSE_WRITER_USER: credentials.writer.username,
    CLICKHOUSE_WRITER_PASSWORD: credentials.writer.password,
  });
});
