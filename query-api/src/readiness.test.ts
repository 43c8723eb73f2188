import { afterEach, expect, test, vi } from "vitest";
import { createReadiness } from "./readiness.ts";

afterEach(() => {
  vi.useRealTimers();
});

const fine = async () => undefined;

test("ready where every check passes, not ready where one fails", async () => {
  const fault = new Error("away");
  expect(await createReadiness([fine, fine], Date.now)()).toEqual({ fault: undefined, warnings: [] });
  expect(await createReadiness([fine, () => Promise.reject(fault)], Date.now)()).toEqual({ fault, warnings: [] });
});

test("what should be looked at is said, and is no reason not to be ready", async () => {
  expect(await createReadiness([fine, async () => "the keys are old"], Date.now)()).toEqual({
    fault: undefined,
    warnings: ["the keys are old"],
  });
});

test("probes within a second share one check", async () => {
  let now = 0;
  const check = vi.fn(fine);
  const readiness = createReadiness([check], () => now);
  await readiness();
  now = 999;
  await readiness();
  expect(check).toHaveBeenCalledTimes(1);
  now = 1000;
  await readiness();
  expect(check).toHaveBeenCalledTimes(2);
});

test("a check that hangs is a failure after two seconds", async () => {
  vi.useFakeTimers();
  const answer = createReadiness([() => new Promise<undefined>(() => {})], Date.now)();
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await answer).fault).toEqual(new Error("no answer within 2000 ms"));
});
