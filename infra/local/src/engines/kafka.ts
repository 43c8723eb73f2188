/** A single Kafka node (KRaft, broker and controller in one process) from Maven's jars, on loopback, with its data in the data directory. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type EngineContext, startJava } from "./engine-context.ts";
import { type GuardedProcess } from "./guarded-process.ts";
import { javaArguments } from "./java.ts";
import { install } from "./install.ts";
import { KAFKA } from "./jars.ts";
import { acceptsConnections, untilReady } from "./ready.ts";

export interface KafkaPorts {
  readonly kafka: number;
  readonly controller: number;
}

/** `more`: properties of the broker beside or instead of ours, for tests of listeners that want to be let in to. */
export async function startKafka(
  context: EngineContext,
  ports: KafkaPorts,
  more: Readonly<Record<string, string>> = {},
): Promise<GuardedProcess> {
  const classPath = await install(context, KAFKA);
  const home = join(context.dataDir, "kafka");
  const config = join(home, "server.properties");
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(config, serverProperties(join(home, "data"), ports, more));
  await formatOnce(home, config, classPath);
  const kafka = await startJava(context, {
    id: KAFKA.id,
    name: KAFKA.name,
    mainClass: "kafka.Kafka",
    classPath,
    heapMegabytes: 512,
    arguments: [config],
  });
  await untilReady(KAFKA.name, kafka, () => acceptsConnections(ports.kafka));
  return kafka;
}

/** The quorum is given by configuration, not recorded when formatting, so that ports may change between starts. */
export function serverProperties(
  logDir: string,
  { kafka, controller }: KafkaPorts,
  more: Readonly<Record<string, string>> = {},
): string {
  const properties = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.quorum.voters": `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${kafka}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs": logDir,
    "auto.create.topics.enable": "false",
    "num.partitions": "1",
    "default.replication.factor": "1",
    "min.insync.replicas": "1",
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "transaction.state.log.num.partitions": "4",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "group.initial.rebalance.delay.ms": "0",
    // The registry keeps its schemas in a topic and would lose them after a week; our own topics state their retention.
    "log.retention.ms": "-1",
    "log.segment.bytes": "134217728",
    ...more,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n`)
    .join("");
}

/** A mark written last tells a whole format from an interrupted one; Kafka never ran on the latter, so it may be removed. */
async function formatOnce(home: string, config: string, classPath: readonly string[]): Promise<void> {
  const mark = join(home, "formatted");
  const formatted = await access(mark).then(
    () => true,
    () => false,
  );
  if (formatted) return;
  await rm(join(home, "data"), { recursive: true, force: true });
  const clusterId = `A${randomBytes(16).toString("base64url").slice(1)}`;
  const program = { id: KAFKA.id, mainClass: "kafka.tools.StorageTool", classPath, heapMegabytes: 128 };
  const format = ["format", "--cluster-id", clusterId, "--config", config];
  await promisify(execFile)("java", javaArguments({ ...program, arguments: format }));
  await writeFile(mark, clusterId);
}
