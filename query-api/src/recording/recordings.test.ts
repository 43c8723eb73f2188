// Both recordings keep the same promises; the one over the SDK also where the broker is away and the buffer is full.
import { recordingProducer, type RecordingProducer } from "@audit-log/producer-core/testing";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { createMetrics } from "../metrics.ts";
import { memoryRecording } from "./memory-recording.ts";
import { recordingContract } from "./recording.contract.ts";
import { sdkRecording } from "./sdk-recording.ts";
import { view } from "./testing/told-examples.ts";
import { tellProblems } from "./told.ts";

let producer: RecordingProducer | undefined;
afterEach(() => producer?.[Symbol.asyncDispose]());

recordingContract(async () => {
  const recording = memoryRecording();
  return { recording, events: async () => recording.events };
});

recordingContract(async () => {
  const opened = await recordingProducer();
  producer = opened;
  return { recording: sdkRecording(opened.recorder), events: () => opened.events() };
});

test("a full buffer costs events and no read: counted and logged, without a value", async () => {
  producer = await recordingProducer({ buffer: { maxEvents: 1 } });
  const recording = sdkRecording(producer.recorder);
  using _away = producer.brokerAway();
  for (let time = 0; time < 3; time += 1) recording.viewed(view);

  const metrics = createMetrics();
  const lines: string[] = [];
  const tell = tellProblems(pino({}, { write: (line) => void lines.push(line) }), metrics);
  const lost = producer.problems.filter(({ kind }) => kind === "event-lost");
  for (const problem of lost) await tell(problem);
  expect(await metrics.registry.metrics()).toContain(
    'audit_query_recording_problems_total{kind="event-lost",reason="buffer-full"} 2',
  );
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/ada@example|192\.0\.2\.7/);
});
