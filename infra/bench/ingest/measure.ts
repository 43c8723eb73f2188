// One contestant in one round: on a ClickHouse of its own, from the first event asked for to the last one readable, and then its merges.
import { EVENTS_TABLE } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { ownGateway } from "../../local/src/testing/own-gateway.ts";
import { sample, type Contestant, type Ground } from "./contestant.ts";
import { costBetween, peakMemory, processCost } from "./process-cost.ts";
import type { Reference } from "./reference.ts";
import { command } from "./sql.ts";

export interface Figures {
  /** Of the consuming process; undefined where there is none. */
  consumerCpuSeconds: number | undefined;
  /** Of ClickHouse until the last event is readable, its merges apart. */
  serverCpuSeconds: number;
  /** A part of it: the gateway in front of the embedded engine, which a real server does not have. */
  gatewayCpuSeconds: number;
  /** Merging all into one part, during the run and after it. */
  mergeCpuSeconds: number;
  seconds: number;
  consumerPeakMiB: number | undefined;
  serverPeakMiB: number;
}

export type Place = Omit<Ground, "clickhouse" | "database" | "group">;

/** Throws where the contestant has not stored what it says it stores. */
export async function measure(contestant: Contestant, place: Place, reference: Reference): Promise<Figures> {
  await using clickhouse = await ownGateway();
  const database = place.load.prefix;
  await migrate({ url: clickhouse.access.url, ...clickhouse.access.writer, database });
  const group = `${database}-${contestant.name}-${Date.now().toString(36)}`;
  const run = await contestant.start({ ...place, clickhouse, database, group });
  try {
    await run.done;
    const to = sample(run.pid, clickhouse.pid);
    const server = costBetween(run.from.server, to.server);
    const consumerPeakMiB = run.pid === undefined ? undefined : peakMemory(run.pid);
    const serverPeakMiB = peakMemory(clickhouse.pid);
    await run.end();
    if (contestant.stores !== "nothing") await reference.compare(clickhouse, database, contestant.stores);
    return {
      consumerCpuSeconds: run.pid && costBetween(run.from.consumer, to.consumer).cpuSeconds,
      serverCpuSeconds: server.cpuSeconds - server.mergeCpuSeconds,
      gatewayCpuSeconds: server.mainThreadCpuSeconds,
      mergeCpuSeconds: server.mergeCpuSeconds + (await mergeCost(clickhouse, database)),
      seconds: (to.at - run.from.at) / 1_000,
      consumerPeakMiB,
      serverPeakMiB,
    };
  } finally {
    await run.end();
  }
}

async function mergeCost(clickhouse: Ground["clickhouse"], database: string): Promise<number> {
  const before = processCost(clickhouse.pid);
  await command(clickhouse, database, `OPTIMIZE TABLE ${EVENTS_TABLE} FINAL`);
  return costBetween(before, processCost(clickhouse.pid)).cpuSeconds;
}
