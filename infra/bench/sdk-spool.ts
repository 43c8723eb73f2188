// Events on their way to disk while the broker is away: recorded and spooled, and the spool alone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchInput, type InputOf } from "./sdk-input.ts";
import { away, type BenchRecorder, benchRecorder, recordAll } from "./sdk-recorder.ts";

/** Far less than the default buffer takes. */
const AHEAD = 10_000;
const GIB = 1024 ** 3;

export interface SpoolRates {
  /** Events per second from the first call of record() until the last event is on disk. */
  recordedAndSpooled: number;
  /** Events per second from memory to disk; they were recorded before. */
  spooled: number;
}

export async function spoolRates(events: number, inputs: InputOf): Promise<SpoolRates> {
  const folder = await mkdtemp(join(tmpdir(), "audit-bench-spool-"));
  try {
    await using bench = await spoolingRecorder(folder);
    const start = performance.now();
    await recordAll(bench, 0, events, { ahead: AHEAD, inputs });
    await bench.recorder.flush();
    const both = performance.now() - start;
    // Without a turn of the event loop in between: nothing is written before the clock starts.
    for (let n = 0; n < events; n++) bench.record(inputs(n));
    const recorded = performance.now();
    await bench.recorder.flush();
    const alone = performance.now() - recorded;
    const { spooled } = bench.recorder.counts;
    if (spooled !== 2 * events + 1) throw new Error(`${spooled} of ${2 * events + 1} were spooled`);
    return { recordedAndSpooled: (events / both) * 1_000, spooled: (events / alone) * 1_000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One that spools already, as it does while the broker is away. */
async function spoolingRecorder(folder: string): Promise<BenchRecorder> {
  const bench = await benchRecorder({ brokers: ["127.0.0.1:1"], tls: false }, "bench", {
    sender: away(),
    spool: { folder, maxBytes: 8 * GIB },
    closeTimeoutMs: 100,
  });
  bench.record(benchInput(0));
  await bench.recorder.flush();
  return bench;
}
