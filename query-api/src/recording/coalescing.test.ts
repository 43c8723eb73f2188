// Which requests become one event, when it is told, and that none is lost or told twice.
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalescing } from "./coalescing.ts";
import { memoryRecording } from "./memory-recording.ts";
import type { View } from "./recording.ts";
import { Repeats } from "./repeats.ts";
import { download, NOW, refusal, search, view } from "./testing/told-examples.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const clock = () => Date.now();

function open() {
  const memory = memoryRecording();
  const told = () => memory.events.map(({ details, ...event }) => ({ ...event, ...details }));
  return { recording: coalescing(memory, { clock }), told };
}

test("the first is told at once, those like it within a minute as one, with what they come to", () => {
  const { recording, told } = open();
  recording.viewed(view);
  expect(told()).toMatchObject([{ rows: 7, reads: 1 }]);
  for (const part of [
    { at: NOW + 1, firstAt: NOW + 1, rows: 1, bytes: 10, window: { start: 500, end: 1_500 } },
    { at: NOW + 2, firstAt: NOW + 2, rows: 2, bytes: 20, window: { start: 900, end: 3_000 }, limit: 100 },
  ])
    recording.viewed({ ...view, ...part });
  expect(told()).toHaveLength(1);
  vi.advanceTimersByTime(MINUTE);
  expect(told().slice(1)).toMatchObject([
    {
      reads: 2,
      rows: 3,
      answerBytes: 30,
      limit: 100,
      periodStartAt: 500,
      periodEndAt: 3_000,
      firstReadAt: NOW + 1,
      eventTime: NOW + 2,
    },
  ]);
});

test("who polls every second for an hour is one event a minute", () => {
  const { recording, told } = open();
  for (let second = 0; second < 3_600; second += 1) {
    recording.viewed(view);
    vi.advanceTimersByTime(1_000);
  }
  recording.flush();
  expect(told().length).toBeGreaterThanOrEqual(60);
  expect(told().length).toBeLessThanOrEqual(62);
  expect(told().reduce((sum, event) => sum + ("reads" in event ? Number(event.reads) : 0), 0)).toBe(3_600);
});

test("who comes back after a minute is told at once again", () => {
  const { recording, told } = open();
  recording.viewed(view);
  vi.advanceTimersByTime(MINUTE);
  recording.viewed(view);
  expect(told()).toMatchObject([{ reads: 1 }, { reads: 1 }]);
});

test.each<[string, View]>([
  ["another reader", { ...view, reader: { ...view.reader, subject: "user-2" } }],
  ["another place", { ...view, reader: { ...view.reader, sourceIpAddress: "198.51.100.1" } }],
  ["another program", { ...view, reader: { ...view.reader, userAgent: "Terraform/1.9.8" } }],
  ["another scope", { ...view, scope: { type: "FOLDER", id: view.scope.id } }],
  ["another version", { ...view, apiVersion: "v2" }],
  ["another outcome", { ...view, status: 503 }],
  ["descendants", { ...view, includesDescendants: true }],
  ["another entry", { ...view, kind: "entry", entryId: "e-1" }],
])("%s is told apart", (_what, other) => {
  const { recording, told } = open();
  recording.viewed(view);
  recording.viewed(other);
  expect(told()).toHaveLength(2);
});

test("another filter is told apart, and each download on its own", () => {
  const { recording, told } = open();
  recording.searched(search);
  recording.searched({ ...search, filter: "service=kms" });
  recording.searched(search);
  recording.downloaded(download);
  recording.downloaded(download);
  expect(told()).toHaveLength(4);
});

test("whoever tries many ids fills no log: one event a minute, whatever is varied, with the first ten ids", () => {
  const { recording, told } = open();
  const own = { ...refusal, reason: "unknown", scope: { type: "ORGANIZATION", id: "own" }, status: 404 } as const;
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const reader = { ...own.reader, userAgent: `agent-${attempt}`, sourceIpAddress: `192.0.2.${attempt % 250}` };
    recording.refused({ ...own, reader, attempted: { type: "PROJECT", ids: [`id-${attempt}`] } });
  }
  recording.flush();
  expect(told()).toMatchObject([
    { attempts: 1, attemptedScopeIds: ["id-0"] },
    { attempts: 999, attemptedScopeIds: Array.from({ length: 10 }, (_, index) => `id-${index + 1}`) },
  ]);
});

test("a flush tells all that is held back, once, and leaves no timer", () => {
  const { recording, told } = open();
  for (let time = 0; time < 3; time += 1) {
    recording.viewed(view);
    recording.searched(search);
    recording.refused(refusal);
  }
  recording.flush();
  recording.flush();
  expect(told()).toHaveLength(6);
  expect(vi.getTimerCount()).toBe(0);
});

test("whatever comes in whichever order: everything is told exactly once, and no more kinds are remembered than may be", () => {
  const step = fc.oneof(
    fc.record({ key: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ waits: fc.integer({ min: 1, max: 90_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const sums = new Map<number, { added: number; told: number }>();
      const of = (key: number) =>
        sums.get(key) ?? sums.set(key, { added: 0, told: 0 }).get(key) ?? expect.unreachable();
      const repeats = new Repeats<{ key: number; count: number }>(
        ({ key }) => String(key),
        (former, latter) => ({ ...latter, count: former.count + latter.count }),
        ({ key, count }) => void (of(key).told += count),
        { clock, maxKinds: 4 },
      );
      for (const one of steps) {
        if ("waits" in one) vi.advanceTimersByTime(one.waits);
        else {
          of(one.key).added += 1;
          repeats.add({ key: one.key, count: 1 });
        }
      }
      repeats.flush();
      for (const { added, told } of sums.values()) expect(told).toBe(added);
    }),
  );
});
