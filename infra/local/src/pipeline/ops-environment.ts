// Where audit-ops finds Kafka, the registry and ClickHouse on this machine: the environment, or what `npm start` wrote down about itself.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "@audit-log/schemas/environment";
import { z } from "zod";
import { credentialsFile, readCredentials, type Credentials } from "../gateway/credentials.ts";
import { FOLDER, enginesFolder } from "../start-options.ts";

const RunFile = z.object({ kafka: z.string(), registry: z.string(), clickhouse: z.string() });

const NAMED = ["KAFKA_BROKERS", "CLICKHOUSE_URL"];

/** AUDIT_LOCAL_FOLDER: what `npm start -- --folder` was given. Undefined where nothing runs and nothing is set. */
export async function opsEnvironment(env: Environment): Promise<Environment | undefined> {
  if (NAMED.some((name) => env[name] !== undefined)) return env;
  const folder = env["AUDIT_LOCAL_FOLDER"] ?? FOLDER;
  const text = readText(join(folder, "run.json"));
  if (text === undefined) return undefined;
  const { kafka, registry, clickhouse } = RunFile.parse(JSON.parse(text));
  const users = credentialsFile(enginesFolder(folder));
  return {
    ...env,
    KAFKA_BROKERS: kafka,
    SCHEMA_REGISTRY_URL: registry,
    // Engines that run elsewhere have users that were named in the environment of `npm start`, and are not written down.
    ...(existsSync(users) ? clickhouseOf(clickhouse, (await readCredentials(users)).writer) : {}),
  };
}

const clickhouseOf = (url: string, writer: Credentials["writer"]): Environment => ({
  CLICKHOUSE_URL: url,
  CLICKHOUSE_WRITER_USER: writer.username,
  CLICKHOUSE_WRITER_PASSWORD: writer.password,
});

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
}
