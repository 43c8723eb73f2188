import { expect, test } from "vitest";
import { refusalPause } from "./refusal-pause.ts";

test("it is over at once where as much time has passed, or the caller has gone", async () => {
  let now = 1_000;
  const pause = refusalPause(100, () => now);
  const late = pause();
  now += 100;
  await late(new AbortController().signal);
  await pause()(AbortSignal.abort());
});

test("a refusal takes its time, whatever the look-up took", async () => {
  const started = performance.now();
  const rest = refusalPause(60, () => performance.now())();
  await rest(new AbortController().signal);
  expect(performance.now() - started).toBeGreaterThanOrEqual(58);
});
