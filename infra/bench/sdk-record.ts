// How long the call of record() takes, while delivery runs between the calls.
import { setImmediate as turn } from "node:timers/promises";
import { benchInput, type InputOf } from "./sdk-input.ts";
import type { BenchRecorder } from "./sdk-recorder.ts";

export interface CallTimes {
  /** Microseconds. */
  p50: number;
  p99: number;
}

const WARM_UP = 20_000;
const PER_TURN = 20;

/** The input is made before the clock starts, as a service has it when it records. */
export async function callTimes(
  { record, recorder }: BenchRecorder,
  calls: number,
  inputOf: InputOf = benchInput,
): Promise<CallTimes> {
  const times = new Float64Array(calls);
  for (let n = -WARM_UP; n < calls; n++) {
    const input = inputOf(n + WARM_UP);
    const start = performance.now();
    record(input);
    if (n >= 0) times[n] = (performance.now() - start) * 1_000;
    if (n % PER_TURN === 0) await turn();
  }
  await recorder.flush();
  times.sort();
  const at = (share: number) => times[Math.floor(calls * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
