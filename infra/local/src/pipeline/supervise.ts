// A worker that dies is started again: its work continues where the committed offsets and the read-back say.
import { setTimeout as sleep } from "node:timers/promises";
import { tail } from "../engines/log-file.ts";
import type { Pipeline } from "./start-pipeline.ts";

const RESTARTS = 5;
const PAUSE_MS = 500;

/** Rejects when the worker cannot be kept alive; resolves never, unless stopping. */
export async function superviseWorker(
  pipeline: Pipeline,
  stopping: Promise<string>,
  log: (line: string) => void,
): Promise<string> {
  let stopped = false;
  void stopping.then(() => (stopped = true));
  for (let restarts = 1; restarts <= RESTARTS; restarts++) {
    const worker = pipeline.worker();
    await worker.exited();
    if (stopped) return stopping;
    log(`the worker ended unexpectedly; starting it again (${restarts} of ${RESTARTS}), its log: ${worker.logFile}`);
    await sleep(PAUSE_MS);
    await pipeline.startWorker();
  }
  throw new Error(`the worker ended ${RESTARTS} times:\n${await tail(pipeline.worker().logFile)}`);
}
