// The worker as it is: the real program as a black box, with its own environment, and nothing known of its inside.
import { setTimeout as sleep } from "node:timers/promises";
import { keepPorts } from "../../local/src/engines/ports.ts";
import { workerEnvironment } from "../../local/src/pipeline/environments.ts";
import { Program } from "../../local/src/pipeline/program.ts";
import { join } from "node:path";
import { GIVE_UP_MS, sample, type Contestant, type Ground, type Run, type Sample } from "./contestant.ts";

const ASK_EVERY_MS = 10;

export const worker: Contestant = workerAs({});

/** `options` of Node. */
export const profiledWorker = (options: readonly string[]): Contestant => workerAs({ NODE_OPTIONS: options.join(" ") });

function workerAs(more: Readonly<Record<string, string>>): Contestant {
  return { name: "worker", stores: "everything", start: (ground) => start(ground, more) };
}

async function start(ground: Ground, more: Readonly<Record<string, string>>): Promise<Run> {
  const program = await startWorker(ground, more);
  const from = await lastBeforeReady(program, ground);
  const died = program.exited().then(() => Promise.reject(new Error(`the worker ended: ${program.logFile}`)));
  died.catch(() => {});
  const stored = ground.broker.untilCommitted(ground.group, ground.load, GIVE_UP_MS);
  return { pid: program.pid, from, done: Promise.race([stored, died]), end: () => program.stop() };
}

async function startWorker(
  { engines, clickhouse, database, load, group, folder }: Ground,
  more: Readonly<Record<string, string>>,
): Promise<Program> {
  const { worker: port } = await keepPorts(join(folder, "ports.json"), ["worker"]);
  const env = {
    ...workerEnvironment({ ...engines, clickhouse: clickhouse.access }, load.prefix, "warn"),
    CLICKHOUSE_DATABASE: database,
    WORKER_GROUP: group,
    ...more,
  };
  return new Program({ name: "worker", main: "consumers/src/main.ts", port, logFolder: folder, env });
}

/** It begins by itself as soon as it is ready, so what it has cost is read before each question: some start-up is counted, and no event is not. */
async function lastBeforeReady(program: Program, { clickhouse }: Ground): Promise<Sample> {
  for (;;) {
    const before = sample(program.pid, clickhouse.pid);
    if (program.hasExited()) throw new Error(`the worker ended before it was ready: ${program.logFile}`);
    const isReady = await fetch(`${program.url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return before;
    await sleep(ASK_EVERY_MS);
  }
}
