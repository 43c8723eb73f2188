import { expect, test } from "vitest";
import { eventEncoder, eventSource, type Size } from "./events.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const MANY = 2_800;

function meanBytes(size: Size): number {
  const eventAt = eventSource(size, NOW);
  const encode = eventEncoder(1);
  return Array.from({ length: MANY }, (_, n) => encode(eventAt(n)).length).reduce((a, b) => a + b) / MANY;
}

test("events have the sizes that the goals speak of", () => {
  expect(meanBytes("small")).toBeGreaterThan(370);
  expect(meanBytes("small")).toBeLessThan(400);
  expect(meanBytes("mix")).toBeGreaterThan(550);
  expect(meanBytes("mix")).toBeLessThan(640);
});

test("every event has an id of its own, and the same number gives the same event", () => {
  const eventAt = eventSource("small", NOW);
  const ids = new Set(Array.from({ length: MANY }, (_, n) => eventAt(n).id.toString("hex")));
  expect(ids.size).toBe(MANY);
  expect(eventSource("small", NOW)(5)).toEqual(eventAt(5));
});
