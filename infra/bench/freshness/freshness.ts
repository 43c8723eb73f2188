// How fresh what is read is, while the worker is half as busy as it can be: from the call of record() until ClickHouse and the API show it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Engines } from "../../local/src/engines/engines.ts";
import { logEnvironment } from "../../local/src/pipeline/environments.ts";
import { startPipeline } from "../../local/src/pipeline/start-pipeline.ts";
import type { Size } from "../ingest/events.ts";
import { PARTITIONS } from "../ingest/rounds.ts";
import type { Marker } from "./marker.ts";
import { apiReader, clickhouseReader } from "./readers.ts";
import { Watch, type Freshness } from "./watch.ts";

export interface FreshnessOrder {
  engines: Engines;
  folder: string;
  size: Size;
  /** Events per second of the load. */
  rate: number;
  seconds: number;
}

export interface FreshnessResult {
  clickhouse: Freshness;
  api: Freshness;
}

export async function measureFreshness(order: FreshnessOrder): Promise<FreshnessResult> {
  const { engines, folder } = order;
  const prefix = `fresh${Date.now().toString(36)}`;
  await using pipeline = await startPipeline({
    engines,
    folder: join(folder, "pipeline"),
    prefix,
    partitions: PARTITIONS,
    logLevel: "warn",
  });
  const reader = clickhouseReader(engines, prefix);
  const watches = { clickhouse: new Watch(), api: new Watch() };
  const load = startLoad(order, prefix, (marker) => {
    watches.clickhouse.add(marker);
    watches.api.add(marker);
  });
  const end = (): void => {
    watches.clickhouse.end();
    watches.api.end();
  };
  void load.then(end, end);
  try {
    const [, clickhouse, api] = await Promise.all([
      load,
      watches.clickhouse.untilAllSeen(reader.ask),
      watches.api.untilAllSeen(await apiReader(pipeline)),
    ]);
    return { clickhouse, api };
  } finally {
    await reader.close();
  }
}

async function startLoad(
  { engines, rate, seconds, size }: FreshnessOrder,
  prefix: string,
  onMarker: (marker: Marker) => void,
): Promise<void> {
  const child = fork(fileURLToPath(new URL("load.ts", import.meta.url)), [], {
    env: {
      PATH: process.env["PATH"] ?? "",
      ...logEnvironment(engines),
      AUDIT_PREFIX: prefix,
      BENCH_RATE: String(rate),
      BENCH_SECONDS: String(seconds),
      BENCH_SIZE: size,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", onMarker);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the load ended with ${String(code)}`);
}
