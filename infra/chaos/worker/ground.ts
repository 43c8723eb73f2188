// What all rounds of a run stand on: a broker and a ClickHouse that may be killed, and a registry that may be away.
import { ownBroker } from "../broker.ts";
import { type OwnClickHouse, ownClickHouse } from "./clickhouse.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { type RegistryDouble, registryDouble } from "./registry-double.ts";

export interface Ground extends AsyncDisposable {
  readonly brokers: string[];
  /** kill(): one broker, by SIGKILL; start(): it comes back. */
  readonly broker: Cluster;
  readonly clickhouse: OwnClickHouse;
  readonly registry: RegistryDouble;
}

/** A group's session may be as short as a test wants it. */
const SHORT_SESSIONS = { "group.min.session.timeout.ms": "1000" };

export type Size = "one broker" | "three brokers";

/** Throws EnginesUnavailable where the machine lacks Java. */
export async function startGround(size: Size = "one broker"): Promise<Ground> {
  await using parts = new AsyncDisposableStack();
  const registry = parts.use(await registryDouble());
  const clickhouse = parts.use(await ownClickHouse());
  const broker = parts.use(size === "one broker" ? await oneBroker() : await startCluster(SHORT_SESSIONS));
  const all = parts.move();
  return {
    brokers: broker.brokers,
    broker,
    clickhouse,
    registry,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function oneBroker(): Promise<Cluster> {
  const broker = await ownBroker(SHORT_SESSIONS);
  await broker.start();
  return broker;
}
