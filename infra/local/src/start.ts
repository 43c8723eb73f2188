// `npm start`: engines, pipeline, demo, and then the addresses; runs until it is asked to stop.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopRequested } from "@audit-log/schemas/program";
import { DEFAULT_PREFIX } from "@audit-log/schemas";
import { reportCheck } from "./check/report-check.ts";
import { keepDemo } from "./demo/keep-demo.ts";
import { EnginesUnavailable } from "./engines/engines.ts";
import { tryLock } from "./engines/directory-lock.ts";
import { startEngines } from "./engines/start-engines.ts";
import { startPipeline } from "./pipeline/start-pipeline.ts";
import { supervise } from "./pipeline/supervise.ts";
import { mintTokens, writeRunFile } from "./pipeline/run-file.ts";
import { progress } from "./progress.ts";
import { dataFolder, enginesFolder, startOptions, USAGE, UsageError } from "./start-options.ts";
import { welcome } from "./welcome.ts";

async function main(args: string[]): Promise<number> {
  const options = startOptions(args);
  if (options.help) return (console.log(USAGE), 0);
  const data = dataFolder(options.folder);
  const runFile = join(options.folder, "run.json");
  const log = progress();
  // Beside the data and not in it: --fresh must not throw away what somebody is using.
  using lock = tryLock(join(options.folder, "owner.lock"));
  if (lock === undefined) throw new EnginesUnavailable("npm start runs here already: stop it first.");
  const stopping = stopRequested(false);
  const start = { finished: false };
  // Nothing is worth waiting for while it starts: what was started ends with us.
  void stopping.then((reason) => start.finished || (log(`stopping: ${reason}`), process.exit(130)));

  if (options.fresh) rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await using engines = await startEngines({ dataDir: enginesFolder(options.folder), log, env: process.env });
  if (options.fresh && engines.kind !== "embedded")
    log("--fresh: what is stored in these engines stays, they are not ours to empty");
  log("topics, schemas, tables, worker, API");
  await using pipeline = await startPipeline({ engines, folder: data, prefix: DEFAULT_PREFIX });
  const tokens = await mintTokens(pipeline.issuer);
  const api = { url: pipeline.api.url, token: tokens.auditor };
  const demo = options.demo ? await keepDemo({ engines, api, folder: data, log }) : undefined;
  if (options.check) return await reportCheck({ demo, api, other: tokens.other, log: console.log });

  const run = writeRunFile(runFile, { engines, api: api.url, tokens });
  console.log(welcome(run, runFile, demo));
  start.finished = true;
  const programs = [pipeline.worker, pipeline.api].map((program) => supervise(program, stopping, log));
  const ended = await Promise.race([stopping, engines.failed, ...programs]);
  log(`stopping: ${ended}`);
  rmSync(runFile, { force: true });
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  // What is missing is said in one sentence; anything else is a fault of ours and comes with its stack.
  console.error(cause instanceof EnginesUnavailable || cause instanceof UsageError ? cause.message : cause);
  process.exitCode = 1;
}
