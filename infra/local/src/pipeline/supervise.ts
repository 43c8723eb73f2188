// A program that dies is started again: a worker goes on where the committed offsets and the read-back say, the API keeps nothing.
import { setTimeout as sleep } from "node:timers/promises";
import type { KeptProgram } from "./kept-program.ts";

const FAILURES = 5;
const PAUSE_MS = 500;
/** A program that lived this long was well: what came before does not count any more. */
const WELL_MS = 60_000;

/** Rejects with the end of the program's log when it cannot be kept alive. Resolves when stopping. */
export async function supervise(
  program: KeptProgram,
  stopping: Promise<string>,
  log: (line: string) => void,
): Promise<string> {
  let stopped = false;
  void stopping.then(() => (stopped = true));
  for (let failures = 0; ;) {
    const started = performance.now();
    await program.current.exited();
    if (stopped) return stopping;
    failures = performance.now() - started > WELL_MS ? 1 : failures + 1;
    log(`the ${program.name} ended unexpectedly; starting it again, its log: ${program.current.logFile}`);
    await sleep(PAUSE_MS);
    try {
      await program.restart();
    } catch (cause) {
      if (failures >= FAILURES) throw cause;
      await program.current.stop();
    }
  }
}
