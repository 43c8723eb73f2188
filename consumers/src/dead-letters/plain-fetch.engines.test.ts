// Reading by offset through kafkajs's internals: whole batches, pieces of them, control records, and what is not there. Leaves no group behind.
import { createTopics } from "@audit-log/schemas/kafka";
import kafkajs from "kafkajs";
import pino from "pino";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { connectKafka } from "../kafka-client.ts";
import { openPlainReader, UnreadableTopic, type PlainReader } from "./plain-fetch.ts";

const topic = `plain-${Date.now().toString(36)}`;
const kafka = connectKafka({ kafka: { brokers: inject("kafkaBrokers"), tls: false } }, pino({ level: "silent" }));
const admin = kafka.admin();
const BATCH = 500;
const BATCHES = 6;
let reader: PlainReader;

/** Six batches of 500 in partition 1, compressed; then two records of a transaction and its control record. */
beforeAll(async () => {
  await admin.connect();
  await createTopics(admin, [{ topic, numPartitions: 2 }]);
  const producer = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const send = (messages: { value: string }[], into: Pick<typeof producer, "send"> = producer) =>
    into.send({
      topic,
      compression: kafkajs.CompressionTypes.ZSTD,
      messages: messages.map((message) => ({ ...message, partition: 1, headers: { h: "x" } })),
    });
  for (let batch = 0; batch < BATCHES; batch++)
    await send(
      Array.from({ length: BATCH }, (_, index) => ({ value: `${batch * BATCH + index} ${"x".repeat(1_000)}` })),
    );
  const transaction = await producer.transaction();
  await send([{ value: "3000" }, { value: "3001" }], transaction);
  await transaction.commit();
  await producer.disconnect();
  reader = await openPlainReader(kafka, topic);
});

afterAll(async () => {
  await Promise.all([reader.close(), admin.disconnect()]);
});

const offsets = async (from: number, to: number, partition = 1) =>
  (await Array.fromAsync(reader.read(partition, from, to))).map(({ offset, value }) => {
    expect(Number.parseInt(value?.toString() ?? "", 10)).toBe(Number(offset));
    return Number(offset);
  });

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test.each([
  [0, 1],
  [0, BATCH * BATCHES],
  [BATCH - 1, BATCH + 1],
  [123, 2_345],
  [7, 7],
])("from %i up to %i", async (from, to) => {
  expect(await offsets(from, to)).toEqual(range(from, to));
});

test("a control record is passed over, also at the end", async () => {
  expect((await reader.offsets("end")).get(1)).toBe(3_003);
  expect(await offsets(2_999, 3_003)).toEqual([2_999, 3_000, 3_001]);
});

test("offsets by partition: the first, the end, since", async () => {
  expect(await reader.offsets("first")).toEqual(new Map([0, 1].map((partition) => [partition, 0])));
  expect((await reader.offsets("end")).get(0)).toBe(0);
  const [one] = await Array.fromAsync(reader.read(1, 1_700, 1_701));
  const since = Number(one?.timestamp);
  const from = (await reader.offsets({ since })).get(1) ?? -1;
  const [before, first] = await Array.fromAsync(reader.read(1, from - 1, from + 1));
  expect(Number(before?.timestamp)).toBeLessThan(since);
  expect(Number(first?.timestamp)).toBeGreaterThanOrEqual(since);
  expect(await reader.offsets({ since: Date.now() + 60_000 })).toEqual(new Map());
});

test("what is not there is said and not waited for without end", async () => {
  await expect(offsets(3_003, 3_004)).rejects.toThrow(UnreadableTopic);
  await expect(offsets(0, 1, 7)).rejects.toThrow("has no partition 7");
});

test("no group is left behind", async () => {
  const { groups } = await admin.listGroups();
  expect(groups.filter(({ groupId }) => groupId.includes(topic))).toEqual([]);
});
