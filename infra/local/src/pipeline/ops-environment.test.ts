/** Where audit-ops looks: the environment first, then what runs here, and nothing made up. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { opsEnvironment } from "./ops-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-ops-"));
const env = { AUDIT_LOCAL_FOLDER: folder };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("nothing where nothing runs", () => {
  expect(opsEnvironment(env)).toBeUndefined();
});

test("what runs here, unless the environment names brokers", () => {
  const run = { kafka: "127.0.0.1:1", registry: "http://127.0.0.1:2", tokens: { auditor: "hush" } };
  writeFileSync(join(folder, "run.json"), JSON.stringify(run));
  expect(opsEnvironment(env)).toEqual({ ...env, KAFKA_BROKERS: run.kafka, SCHEMA_REGISTRY_URL: run.registry });
  const named = { ...env, KAFKA_BROKERS: "kafka:9092" };
  expect(opsEnvironment(named)).toEqual(named);
});
