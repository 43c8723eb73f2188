// The long run: one round on engines of its own. Its last line is one line of JSON.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngines } from "../../local/src/engines/start-engines.ts";
import { startPipeline } from "../../local/src/pipeline/start-pipeline.ts";
import { LARGE_CROWD } from "./crowd.ts";
import { PIPELINE, playRound } from "./round.ts";

export interface ReadingRun {
  /** Of writing. */
  minutes: number;
  seed: number;
  /** Events per second. */
  rate: number;
}

const PAUSE_SECONDS = 20;

/** Returns whether every promise was kept. */
export async function runReadingChaos({ minutes, seed, rate }: ReadingRun): Promise<boolean> {
  console.log(`seed ${seed}, ${minutes} minutes, ${rate} events/s`);
  const folder = await mkdtemp(join(tmpdir(), "chaos-reading-"));
  try {
    await using engines = await startEngines({ dataDir: join(folder, "engines"), log: console.log, env: process.env });
    const prefix = `reading${Date.now().toString(36)}`;
    await using pipeline = await startPipeline({
      engines,
      folder: join(folder, "pipeline"),
      prefix,
      ...PIPELINE,
    });
    const { counts, disturbances, violations } = await playRound({
      pipeline,
      engines,
      prefix,
      seed,
      seconds: minutes * 60,
      rate,
      disturbances: ["killWorker", "createProject", "restartService"],
      pause: PAUSE_SECONDS,
      crowd: LARGE_CROWD,
      log: console.log,
    });
    for (const violation of violations) console.log(`violation: ${violation}`);
    console.log(JSON.stringify({ ...counts, disturbances, seed, minutes, violations: violations.length }));
    return violations.length === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
