// What one request's reading tells, and when: at the end, while it goes on, and where the end came first.
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { memoryRecording } from "./memory-recording.ts";
import { Reading } from "./reading.ts";
import { NOW, view } from "./testing/told-examples.ts";

const scope = () => grantedScope({ type: "PROJECT", id: view.scope.id });

function open() {
  const recording = memoryRecording();
  const reading = new Reading({ recording, now: () => NOW, onUnrecorded: () => {} }, () => view.reader);
  return { reading, recording };
}

test("nothing is told before the end, and nothing of a request that reads nothing", async () => {
  const { reading, recording } = open();
  reading.views(await scope(), "list", { apiVersion: "v3" });
  reading.shows({ rows: 3 });
  expect(recording.events).toEqual([]);
  reading.ended({ status: 200, bytes: 12 });
  expect(recording.events).toMatchObject([{ details: { rows: 3, answerBytes: 12 } }]);

  const silent = open();
  silent.reading.ended({ status: 400, bytes: 12 });
  expect(silent.recording.events).toEqual([]);
});

test("a reader who was gone before the route knew what for is told, too", async () => {
  const { reading, recording } = open();
  reading.ended({ status: 499, bytes: undefined });
  reading.views(await scope(), "entry", { apiVersion: "v3", entryId: "e-1" });
  expect(recording.events).toMatchObject([
    { outcome: { result: "FAILURE", statusCode: 499 }, details: { viewKind: "entry", entryId: "e-1", rows: 0 } },
  ]);
});

test.each([
  ["a filter", "service=dns", "audit-log.entry.search"],
  ["an empty filter", "", "audit-log.entry.read"],
  ["no filter", undefined, "audit-log.entry.read"],
])("a list with %s is %s: %s", async (_what, filter, eventName) => {
  const { reading, recording } = open();
  reading.views(await scope(), "list", { apiVersion: "v3", filter, includesDescendants: true });
  reading.ended({ status: 200, bytes: undefined });
  expect(recording.events).toMatchObject([{ eventName, details: { includesDescendants: true } }]);
});

test("a download is complete only where its response was handed over whole", async () => {
  for (const [status, complete] of [
    [200, true],
    [499, false],
    [500, false],
  ] as const) {
    const { reading, recording } = open();
    reading.downloads(await scope(), "ndjson", { apiVersion: "v3", filter: "service=dns" });
    for (const rows of [100, 200]) reading.shows({ rows, bytes: rows * 10 });
    reading.ended({ status, bytes: undefined });
    expect(recording.events).toMatchObject([
      { details: { complete, rows: 200, answerBytes: 2_000, format: "ndjson", filter: "service=dns" } },
    ]);
  }
});

test("a tail tells while it goes on, counts as one request, and ends well when the reader leaves", async () => {
  const { reading, recording } = open();
  reading.views(await scope(), "tail", { apiVersion: "v3" });
  reading.goesOn();
  reading.shows({ rows: 5 });
  reading.goesOn();
  reading.shows({ rows: 2 });
  reading.ended({ status: 499, bytes: undefined });
  reading.goesOn();
  const outcome = { result: "SUCCESS", statusCode: 200 };
  expect(recording.events).toMatchObject([
    { outcome, details: { viewKind: "tail", rows: 0, reads: 1 } },
    { outcome, details: { rows: 5, reads: 0 } },
    { outcome, details: { rows: 2, reads: 0 } },
  ]);
});
