// Where audit-ops finds Kafka and the registry on this machine: the environment, or what `npm start` wrote down about itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "@audit-log/schemas/environment";
import { z } from "zod";
import { FOLDER } from "../start-options.ts";

const RunFile = z.object({ kafka: z.string(), registry: z.string() });

/** AUDIT_LOCAL_FOLDER: what `npm start -- --folder` was given. Undefined where nothing runs and nothing is set. */
export function opsEnvironment(env: Environment): Environment | undefined {
  if (env["KAFKA_BROKERS"] !== undefined) return env;
  const text = readText(join(env["AUDIT_LOCAL_FOLDER"] ?? FOLDER, "run.json"));
  if (text === undefined) return undefined;
  const { kafka, registry } = RunFile.parse(JSON.parse(text));
  return { ...env, KAFKA_BROKERS: kafka, SCHEMA_REGISTRY_URL: registry };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
}
