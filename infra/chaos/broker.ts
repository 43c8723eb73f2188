// A broker of a test's own that may be stopped, killed, frozen and started again on the same data and the same port.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { EngineGroup } from "../local/src/engines/engine-group.ts";
import { EnginesUnavailable } from "../local/src/engines/engines.ts";
import type { GuardedProcess } from "../local/src/engines/guarded-process.ts";
import { startKafka } from "../local/src/engines/kafka.ts";
import { inspectMachine } from "../local/src/engines/machine.ts";
import { keepPorts } from "../local/src/engines/ports.ts";

/** The downloads that all embedded engines share. */
const CACHE = fileURLToPath(new URL("../../.local/engines", import.meta.url));
const JAVA = 17;
/** A broker that was killed comes back once its session is over: 9 s by default. */
const SETTINGS = { "broker.session.timeout.ms": "1000", "broker.heartbeat.interval.ms": "250" };

export interface OwnBroker extends AsyncDisposable {
  readonly brokers: string[];
  /** Again is no fault. */
  start(): Promise<void>;
  /** In good order. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. */
  freeze(): void;
  thaw(): void;
}

/** Not started; `more`: properties of the broker beside ours. Throws EnginesUnavailable where the machine lacks Java. */
export async function ownBroker(more: Readonly<Record<string, string>> = {}): Promise<OwnBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), "audit-chaos-broker-"));
  const cacheDir = resolve(process.env["AUDIT_ENGINES_DIR"] ?? CACHE);
  const { facts, javaVersion } = await inspectMachine(dataDir, cacheDir);
  if ((facts.javaMajor ?? 0) < JAVA) throw new EnginesUnavailable(`a broker of its own needs Java ${JAVA}`);
  const group = new EngineGroup(dataDir);
  const ports = await keepPorts(join(dataDir, "ports.json"), ["kafka", "controller"]);
  const context = { group, dataDir, cacheDir, javaVersion, recordClasses: false, log: () => {} };
  let running: GuardedProcess | undefined;

  const end = async (how: (broker: GuardedProcess) => Promise<unknown>): Promise<void> => {
    const broker = running;
    running = undefined;
    if (broker !== undefined) await how(broker);
  };
  const signal = (name: NodeJS.Signals): void => {
    if (running !== undefined) process.kill(running.pid, name);
  };
  return {
    brokers: [`127.0.0.1:${ports.kafka}`],
    start: async () => {
      running ??= await startKafka(context, ports, { ...SETTINGS, ...more });
    },
    stop: () => end((broker) => broker.stop()),
    kill: () =>
      end((broker) => {
        process.kill(broker.pid, "SIGKILL");
        return broker.ended;
      }),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    [Symbol.asyncDispose]: async () => {
      signal("SIGCONT");
      await group.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
