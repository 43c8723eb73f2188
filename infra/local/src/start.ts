// `npm start`: engines, pipeline, demo, and then the addresses; runs until it is asked to stop.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stopRequested } from "@audit-log/schemas/program";
import { DEFAULT_PREFIX } from "@audit-log/schemas";
import { reportCheck } from "./check/report-check.ts";
import { keepDemo } from "./demo/keep-demo.ts";
import { EnginesUnavailable } from "./engines/engines.ts";
import { startEngines } from "./engines/start-engines.ts";
import { startPipeline } from "./pipeline/start-pipeline.ts";
import { superviseWorker } from "./pipeline/supervise.ts";
import { mintTokens, writeRunFile } from "./pipeline/run-file.ts";
import { progress } from "./progress.ts";
import { startOptions, USAGE } from "./start-options.ts";
import { welcome } from "./welcome.ts";

const FOLDER = fileURLToPath(new URL("../../../.local/", import.meta.url));
const DATA = join(FOLDER, "data");

async function main(args: string[]): Promise<number> {
  const options = startOptions(args);
  if (options.help) return (console.log(USAGE), 0);
  const stopping = stopRequested(false);
  const log = progress();

  if (options.fresh) rmSync(DATA, { recursive: true, force: true });
  mkdirSync(DATA, { recursive: true });

  await using engines = await startEngines({
    dataDir: join(DATA, "engines"),
    cacheDir: join(FOLDER, "engines"),
    log,
    env: process.env,
  });
  log("topics, schemas, tables, worker, API");
  await using pipeline = await startPipeline({ engines, folder: DATA, prefix: DEFAULT_PREFIX });
  const tokens = await mintTokens(pipeline.issuer);
  const demo = options.demo
    ? await keepDemo({ engines, api: { url: pipeline.api.url, token: tokens.auditor }, folder: DATA, log })
    : undefined;
  if (options.check)
    return await reportCheck({
      demo,
      api: { url: pipeline.api.url, token: tokens.auditor },
      other: tokens.other,
      log: console.log,
    });

  const run = writeRunFile(join(FOLDER, "run.json"), { engines, api: pipeline.api.url, tokens });
  console.log(welcome(run, demo));
  const ended = await Promise.race([stopping, engines.failed, superviseWorker(pipeline, stopping, log)]);
  log(`stopping: ${ended}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  // What is missing is said in one sentence; anything else is a fault of ours and comes with its stack.
  console.error(cause instanceof EnginesUnavailable ? cause.message : cause);
  process.exitCode = 1;
}
