/** Chooses how the engines run, says so in one line, and starts them: external addresses, containers, or embedded. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startCompose } from "./compose.ts";
import { startContainers } from "./containers.ts";
import { dockerAnswers } from "./docker-daemon.ts";
import { startEmbedded } from "./embedded.ts";
import { type Engines, type EnginesOptions } from "./engines.ts";
import { externalEngines } from "./external.ts";
import { reach } from "./reach.ts";

/** Where downloaded engines are kept unless something else is said. */
export const DEFAULT_CACHE = fileURLToPath(new URL("../../../../.local/engines", import.meta.url));

export async function startEngines(options: EnginesOptions): Promise<Engines> {
  const engines = await choose(options);
  options.log(engines.reason);
  if (engines.kind === "external") await reach(engines);
  return engines;
}

async function choose({
  dataDir,
  log,
  env,
  containers = "auto",
  cacheDir,
  recordClasses = false,
}: EnginesOptions): Promise<Engines> {
  const external = externalEngines(env);
  if (external !== undefined) return external;
  if (containers !== "never" && (await dockerAnswers(env["DOCKER_HOST"]))) {
    const reason = "engines in containers: a Docker daemon answers";
    return containers === "testcontainers"
      ? startContainers({ reason, log })
      : startCompose({ dataDir, reason, log, env });
  }
  const why = containers === "never" ? "containers are not wanted here" : "no Docker daemon answers";
  return startEmbedded({
    dataDir: resolve(dataDir),
    cacheDir: resolve(env["AUDIT_ENGINES_DIR"] ?? cacheDir ?? DEFAULT_CACHE),
    recordClasses,
    log,
    reason: `embedded engines (Kafka and registry on Java, ClickHouse as a library): ${why}`,
  });
}
