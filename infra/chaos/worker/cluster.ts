// Three brokers, replication 3 and two in sync: one may be killed, and neither writing nor reading stops for long.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { EngineGroup } from "../../local/src/engines/engine-group.ts";
import { EnginesUnavailable } from "../../local/src/engines/engines.ts";
import type { GuardedProcess } from "../../local/src/engines/guarded-process.ts";
import { install } from "../../local/src/engines/install.ts";
import { KAFKA } from "../../local/src/engines/jars.ts";
import { javaArguments } from "../../local/src/engines/java.ts";
import { serverProperties, startKafka } from "../../local/src/engines/kafka.ts";
import { inspectMachine } from "../../local/src/engines/machine.ts";
import { keepPorts } from "../../local/src/engines/ports.ts";
import { DEFAULT_CACHE } from "../../local/src/engines/start-engines.ts";

export interface Cluster extends AsyncDisposable {
  readonly brokers: string[];
  /** SIGKILL; of three, one after the other in turn. */
  kill(): Promise<void>;
  /** What is down comes back. Again is no fault. */
  start(): Promise<void>;
}

const NODES = [1, 2, 3] as const;
const JAVA = 17;

const SAFE = {
  "default.replication.factor": "3",
  "min.insync.replicas": "2",
  "offsets.topic.replication.factor": "3",
  "transaction.state.log.replication.factor": "3",
  "transaction.state.log.min.isr": "2",
  "share.coordinator.state.topic.replication.factor": "3",
  "broker.session.timeout.ms": "3000",
  "broker.heartbeat.interval.ms": "500",
  "replica.lag.time.max.ms": "5000",
};

interface Node {
  context: Parameters<typeof startKafka>[0];
  ports: Record<"kafka" | "controller", number>;
  properties: Record<string, string>;
  running: GuardedProcess | undefined;
}

export async function startCluster(more: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const dataDir = await mkdtemp(join(tmpdir(), "chaos-cluster-"));
  const cacheDir = resolve(process.env["AUDIT_ENGINES_DIR"] ?? DEFAULT_CACHE);
  const { facts, javaVersion } = await inspectMachine(dataDir, cacheDir);
  if ((facts.javaMajor ?? 0) < JAVA) throw new EnginesUnavailable(`brokers of its own need Java ${JAVA}`);
  const names = NODES.flatMap((id) => [`kafka${id}`, `controller${id}`]);
  const ports = await keepPorts(join(dataDir, "ports.json"), names);
  const voters = NODES.map((id) => `${id}@127.0.0.1:${ports[`controller${id}`] ?? 0}`).join(",");
  const clusterId = `A${randomBytes(16).toString("base64url").slice(1)}`;

  const nodes: Node[] = [];
  for (const id of NODES) {
    const home = join(dataDir, `node${id}`);
    await mkdir(home);
    const context = {
      group: new EngineGroup(home),
      dataDir: home,
      cacheDir,
      javaVersion,
      recordClasses: false,
      log: () => {},
    };
    const own = { kafka: ports[`kafka${id}`] ?? 0, controller: ports[`controller${id}`] ?? 0 };
    const properties = { ...SAFE, ...more, "node.id": String(id), "controller.quorum.voters": voters };
    nodes.push({ context, ports: own, properties, running: undefined });
  }
  for (const node of nodes) await format(node, clusterId);

  const start = async (): Promise<void> => {
    const down = nodes.filter(({ running }) => running === undefined);
    await Promise.all(
      down.map(async (node) => {
        node.running = await startKafka(node.context, node.ports, node.properties);
      }),
    );
  };
  let turn = 0;
  const kill = async (): Promise<void> => {
    const node = nodes[turn++ % nodes.length];
    if (node?.running === undefined) return;
    process.kill(node.running.pid, "SIGKILL");
    await node.running.ended;
    node.running = undefined;
  };
  await start();
  return {
    brokers: nodes.map((node) => `127.0.0.1:${node.ports.kafka}`),
    kill,
    start,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(nodes.map(({ context }) => context.group.stop()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** All of one cluster; the mark says to startKafka that it is done. */
async function format({ context, ports, properties }: Node, clusterId: string): Promise<void> {
  const home = join(context.dataDir, "kafka");
  const config = join(home, "server.properties");
  await mkdir(home, { recursive: true });
  await writeFile(config, serverProperties(join(home, "data"), ports, properties));
  const program = {
    id: KAFKA.id,
    mainClass: "kafka.tools.StorageTool",
    classPath: await install(context, KAFKA),
    heapMegabytes: 128,
    arguments: ["format", "--cluster-id", clusterId, "--config", config],
  };
  await promisify(execFile)("java", javaArguments(program));
  await writeFile(join(home, "formatted"), clusterId);
}
