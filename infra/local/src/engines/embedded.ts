/** The three engines on this machine, without containers: Kafka and the registry as Java processes, ClickHouse behind the gateway. */
import { join } from "node:path";
import { startClickHouse } from "./clickhouse.ts";
import { tryLock } from "./directory-lock.ts";
import { type EngineContext } from "./engine-context.ts";
import { EngineGroup } from "./engine-group.ts";
import { type ClickHouseAccess, type Engines, EnginesUnavailable } from "./engines.ts";
import { install } from "./install.ts";
import { REGISTRY } from "./jars.ts";
import { startKafka } from "./kafka.ts";
import { inspectMachine } from "./machine.ts";
import { keepPorts } from "./ports.ts";
import { registryApi, startRegistry } from "./registry.ts";
import { missingRequirements } from "./requirements.ts";

export interface EmbeddedOptions extends Pick<EngineContext, "dataDir" | "cacheDir" | "recordClasses" | "log"> {
  readonly reason: string;
}

type Ports = Record<"kafka" | "controller" | "registry" | "clickhouse", number>;

export async function startEmbedded(options: EmbeddedOptions): Promise<Engines> {
  const { dataDir, cacheDir, reason } = options;
  const { facts, javaVersion } = await inspectMachine(dataDir, cacheDir);
  const missing = missingRequirements(facts);
  if (missing.length > 0) throw new EnginesUnavailable(missing.join("\n"));
  const lock = tryLock(join(dataDir, "owner.lock"));
  if (lock === undefined)
    throw new EnginesUnavailable(`Another process runs its engines on ${dataDir}: stop it first.`);

  const group = new EngineGroup(dataDir);
  const stop = async () => {
    await group.stop();
    lock.release();
  };
  try {
    const ports = await keepPorts(join(dataDir, "ports.json"), ["kafka", "controller", "registry", "clickhouse"]);
    const clickhouse = await startAll({ ...options, group, javaVersion }, ports);
    return {
      kind: "embedded",
      reason,
      kafka: { brokers: [`127.0.0.1:${ports.kafka}`], tls: false },
      registry: { url: registryApi(ports.registry) },
      clickhouse,
      failed: group.failed,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** ClickHouse and Kafka side by side; the registry waits for Kafka, in which it keeps its state. */
async function startAll(context: EngineContext, ports: Ports): Promise<ClickHouseAccess> {
  const log = async () => {
    const [jars] = await Promise.all([install(context, REGISTRY), startKafka(context, ports)]);
    await startRegistry(context, jars, ports);
  };
  const store = startClickHouse(context, ports.clickhouse);
  const both = [store, log()] as const;
  try {
    const [{ access }] = await Promise.all(both);
    return access;
  } catch (error) {
    // The other half must have ended, too, before its directory is given back.
    const stopped = context.group.stop();
    await Promise.allSettled(both);
    await stopped;
    throw error;
  }
}
