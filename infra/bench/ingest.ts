// `npm run bench:ingest`: what an event costs on its way from Kafka into ClickHouse, the worker against its peers.
// `-- --profile <folder>`: where the worker's time goes. `-- --freshness`: how soon an event can be read at half of the maximum rate.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engines } from "../local/src/engines/engines.ts";
import { startEngines } from "../local/src/engines/start-engines.ts";
import { measureFreshness } from "./freshness/freshness.ts";
import { readOptions } from "./ingest/options.ts";
import { mostSelfTime, newestProfile, underProfiler } from "./ingest/profile.ts";
import { resultOf, table } from "./ingest/report.ts";
import { holdContest } from "./ingest/rounds.ts";
import { worker } from "./ingest/worker.ts";

const options = readOptions(process.argv.slice(2));
const [size] = options.sizes;
const folder = await mkdtemp(join(tmpdir(), "audit-bench-"));
const TOP = 15;
const FRESHNESS_SECONDS = 60;

try {
  await using engines = await startEngines({ dataDir: join(folder, "engines"), log: console.log, env: process.env });
  if (options.profile !== undefined) await profile(engines, options.profile);
  else console.log(JSON.stringify(options.freshness ? await freshness(engines) : await contest(engines)));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function contest(engines: Engines): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  for (const size of options.sizes) {
    const { load, figures } = await holdContest({ ...options, engines, folder, size });
    console.log(
      `\n${size}: ${load.events} events of ${Math.round(load.bytesPerEvent)} bytes, ${Math.round(load.eventsPerBatch)} per record batch; ` +
        `minimum · median · maximum of ${options.rounds} rounds; CPU in seconds per million events\n\n${table(figures, options.events)}\n`,
    );
    const all = Object.fromEntries([...figures].map(([name, rounds]) => [name, resultOf(rounds, options.events)]));
    Object.assign(results, size === options.sizes[0] ? all : { [size]: all });
  }
  return results;
}

async function profile(engines: Engines, into: string): Promise<void> {
  const contestants = [await underProfiler(into)];
  await holdContest({ ...options, engines, folder, size, rounds: 1, contestants });
  const { file, profile: seen } = await newestProfile(into);
  for (const { what, milliseconds, share } of mostSelfTime(seen, TOP))
    console.log(
      `${(share * 100).toFixed(1).padStart(6)} %  ${Math.round(milliseconds).toString().padStart(7)} ms  ${what}`,
    );
  console.log(file);
}

async function freshness(engines: Engines): Promise<Record<string, unknown>> {
  const { figures } = await holdContest({ ...options, engines, folder, size, contestants: [worker] });
  const { eventsPerSecond } = resultOf(figures.get(worker.name) ?? [], options.events);
  const rate = options.rate ?? Math.round(eventsPerSecond / 2);
  console.log(
    `\nat most ${eventsPerSecond} events per second; now ${rate} for ${FRESHNESS_SECONDS} s, read through ClickHouse and the API`,
  );
  return {
    eventsPerSecond,
    rate,
    ...(await measureFreshness({ engines, folder, size, rate, seconds: FRESHNESS_SECONDS })),
  };
}
