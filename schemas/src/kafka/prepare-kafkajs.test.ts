// What we rely on inside kafkajs: an idle connection has no timer, a waiting request still has one.
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { prepareKafkajs, requestQueue } from "./prepare-kafkajs.ts";

const Queue = createRequire(import.meta.url)("kafkajs/src/network/requestQueue");
const logger = { debug: () => {} };
const newQueue = () =>
  new Queue({
    maxInFlightRequests: 1,
    requestTimeout: 1_000,
    clientId: "c",
    broker: "b",
    logger: { namespace: () => logger, ...logger },
  });

test("an idle queue arms no timer, a queue with a waiting request does", () => {
  prepareKafkajs();
  const queue = newQueue();
  queue.scheduleCheckPendingRequests();
  expect(queue.throttleCheckTimeoutId).toBeNull();
  queue.pending.push({});
  queue.scheduleCheckPendingRequests();
  expect(queue.throttleCheckTimeoutId).not.toBeNull();
  queue.destroy();
});

test("preparing twice replaces the method once", () => {
  prepareKafkajs();
  const once = requestQueue().scheduleCheckPendingRequests;
  prepareKafkajs();
  expect(requestQueue().scheduleCheckPendingRequests).toBe(once);
});
