/**
 * Vitest's global setup for `*.engines.test.ts`: the engines are started once per run on a fresh data directory, which is removed at
 * the end. Tests read the addresses with `inject("kafkaBrokers")`, `inject("registryUrl")` and `inject("clickhouse")`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestProject } from "vitest/node";
import { type ClickHouseAccess } from "../engines/engines.ts";
import { startEngines } from "../engines/start-engines.ts";

declare module "vitest" {
  export interface ProvidedContext {
    kafkaBrokers: string[];
    registryUrl: string;
    clickhouse: ClickHouseAccess;
  }
}

const log = (line: string) => console.log(`[engines] ${line}`);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "audit-engines-"));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const engines = await startEngines({ dataDir, log, env: process.env, containers: "testcontainers" });
    project.provide("kafkaBrokers", [...engines.kafka.brokers]);
    project.provide("registryUrl", engines.registry.url);
    project.provide("clickhouse", engines.clickhouse);
    // Tests would only see refused connections: say here what happened to the engine.
    engines.failed.catch((error: unknown) => log(String(error)));
    return async () => {
      await engines.stop();
      await remove();
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
