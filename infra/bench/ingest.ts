// `npm run bench:ingest`: events per CPU-second of the worker as it is, against the naive chain; same machine, topic, bytes, table.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Engines } from "../local/src/engines/engines.ts";
import { startEngines } from "../local/src/engines/start-engines.ts";
import { keepPorts } from "../local/src/engines/ports.ts";
import { migrate } from "@audit-log/schemas/migrations";
import { prepare } from "../local/src/pipeline/prepare.ts";
import { Program } from "../local/src/pipeline/program.ts";
import { workerEnvironment } from "../local/src/pipeline/environments.ts";
import { fillTopic } from "./load.ts";
import { eventsPerCpuSecond, spread, spreadText, type Moment } from "./measured.ts";

const { values } = parseArgs({
  options: { events: { type: "string", default: "300000" }, rounds: { type: "string", default: "3" } },
});
const events = Number(values.events);
const rounds = Number(values.rounds);
const folder = await mkdtemp(join(tmpdir(), "audit-bench-"));
const PARTITIONS = 6;
const ASK_EVERY_MS = 200;

try {
  await using engines = await startEngines({ dataDir: join(folder, "engines"), log: console.log, env: process.env });
  const results = { worker: [] as number[], naive: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    const prefix = `bench${Date.now().toString(36)}`;
    await prepare(engines, { prefix, partitions: PARTITIONS });
    // A table of its own: what the naive chain stored would be read back and skipped by the worker.
    await migrate({ url: engines.clickhouse.url, ...engines.clickhouse.writer, database: naiveDatabase(prefix) });
    const bytes = await fillTopic({
      brokers: [...engines.kafka.brokers],
      registryUrl: engines.registry.url,
      prefix,
      events,
    });
    // The order changes with every round, so that neither always finds the warm caches.
    const order = round % 2 === 0 ? (["naive", "worker"] as const) : (["worker", "naive"] as const);
    for (const who of order)
      results[who].push(await (who === "worker" ? measureWorker(engines, prefix) : measureNaive(engines, prefix)));
    console.log(`round ${round}: ${events} events of ${Math.round(bytes)} bytes`);
  }
  console.log(`\nevents per CPU-second (minimum · median · maximum of ${rounds} rounds)`);
  console.log(`  worker  ${spreadText(spread(results.worker))}\n  naive   ${spreadText(spread(results.naive))}`);
  const figure = (list: number[]) => ({ eventsPerCpuSecond: spread(list).median });
  console.log(JSON.stringify({ worker: figure(results.worker), naive: figure(results.naive) }));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function naiveDatabase(prefix: string): string {
  return `${prefix}_naive`;
}

/** The real program; it says by its own metrics what it has stored and what it has cost. */
async function measureWorker(engines: Engines, prefix: string): Promise<number> {
  const { worker: port } = await keepPorts(join(folder, "ports.json"), ["worker"]);
  const env = workerEnvironment(engines, prefix, "warn");
  const worker = new Program({ name: "worker", main: "consumers/src/main.ts", port, logFolder: folder, env });
  await worker.ready();
  const from = await momentOf(worker);
  let to = from;
  while (to.events < events) {
    await sleep(ASK_EVERY_MS);
    to = await momentOf(worker);
  }
  await worker.stop();
  return eventsPerCpuSecond(from, to);
}

async function momentOf(worker: Program): Promise<Moment> {
  const text = await (await fetch(`${worker.url}/metrics`)).text();
  const sum = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, "gm"))].reduce(
      (total, [, value]) => total + Number(value),
      0,
    );
  return { events: sum("audit_worker_events_total"), cpuSeconds: sum("process_cpu_seconds_total") };
}

async function measureNaive(engines: Engines, prefix: string): Promise<number> {
  const main = fileURLToPath(new URL("naive-worker.ts", import.meta.url));
  const child = fork(main, [], {
    env: {
      PATH: process.env["PATH"] ?? "",
      ...workerEnvironment(engines, prefix, "warn"),
      CLICKHOUSE_DATABASE: naiveDatabase(prefix),
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  const moments: Moment[] = [];
  const done = new Promise<void>((resolve) => {
    child.on("message", (moment: Moment) => {
      moments.push(moment);
      if (moment.events >= events) resolve();
    });
  });
  await Promise.race([
    done,
    exited.then(([code]) => Promise.reject(new Error(`the naive chain ended with ${String(code)}`))),
  ]);
  child.kill("SIGKILL");
  await exited;
  const [from, to] = [moments[0], moments.at(-1)];
  if (from === undefined || to === undefined) throw new Error("the naive chain said nothing");
  return eventsPerCpuSecond(from, to);
}
