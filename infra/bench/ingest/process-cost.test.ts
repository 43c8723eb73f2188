import { expect, test } from "vitest";
import { parseStat, peakMemory, processCost } from "./process-cost.ts";

test("a thread's name may hold spaces and parentheses", () => {
  const rest = "S 1 1 1 0 -1 4194304 10 0 0 0 250 50 0 0 20 0 1 0 100 0 0";
  expect(parseStat(`42 (Merge (1) x) ${rest}`)).toEqual({ name: "Merge (1) x", cpuSeconds: 3 });
});

test("a process that works costs CPU, and its main thread a part of it", () => {
  const before = processCost(process.pid);
  for (const start = performance.now(); performance.now() - start < 100;);
  const after = processCost(process.pid);
  expect(after.cpuSeconds).toBeGreaterThan(before.cpuSeconds);
  expect(after.mainThreadCpuSeconds).toBeLessThanOrEqual(after.cpuSeconds + 0.02);
  expect(peakMemory(process.pid)).toBeGreaterThan(10);
});
