// What waits for company between two rounds of sends, and what does not.
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { memoryRecorder } from "../testing/memory-recorder.ts";
import { roleDeleted } from "../testing/events.ts";

/** The first send waits for `release`, as one on its way to a broker does. */
const withHeldSend = async (lingerMs: number) => {
  const subject = await memoryRecorder({ lingerMs });
  const sends: number[] = [];
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: underWay, resolve: began } = Promise.withResolvers<void>();
  const send = subject.sender.send.bind(subject.sender);
  subject.sender.send = async (topic, partition, messages) => {
    sends.push(messages.length);
    began();
    await held;
    return send(topic, partition, messages);
  };
  return { subject, sends, release, underWay };
};

it("gathers what comes between two rounds of sends, as nobody waits for it", async () => {
  const { subject, sends, release, underWay } = await withHeldSend(50);
  await using _ = subject;
  const first = subject.record(roleDeleted());
  await underWay;
  subject.record(roleDeleted());
  release();
  await first.delivered;
  // Long enough for a round that does not wait to begin.
  await setImmediate();
  subject.record(roleDeleted());
  await subject.recorder.flush();
  expect(sends).toEqual([1, 2]);
});

it.each(["strict", "durable"] as const)("does not let a %s event wait for company", async (mode) => {
  const LINGER_MS = 400;
  const { subject, release, underWay } = await withHeldSend(LINGER_MS);
  await using _ = subject;
  subject.record(roleDeleted());
  await underWay;
  const awaited = subject.record[mode](roleDeleted());
  const released = performance.now();
  release();
  await awaited;
  expect(performance.now() - released).toBeLessThan(LINGER_MS);
});
