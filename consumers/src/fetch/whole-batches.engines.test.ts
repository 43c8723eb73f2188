// What we rely on in kafkajs and in the broker: record batches arrive whole, in every compression that is read, and every offset is seen
// to pass, also those of control records and of transactions that were aborted.
import { createTopics, prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs, { type Batch } from "kafkajs";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { isUnreadable, type Fetched } from "../record.ts";
import { toFetched } from "./to-fetched.ts";
import { keepBatchesWhole } from "./whole-batches.ts";

prepareKafkajs();
const { CompressionTypes, Kafka, logLevel } = kafkajs;
const kafka = new Kafka({ brokers: [...inject("kafkaBrokers")], logLevel: logLevel.NOTHING });
keepBatchesWhole(kafka);
const topic = `whole-${Date.now().toString(36)}`;
const admin = kafka.admin();

beforeAll(async () => {
  await admin.connect();
  await createTopics(admin, [{ topic, numPartitions: 1 }]);
});
afterAll(() => admin.disconnect());

const messages = (text: string, count: number) => Array.from({ length: count }, (_, n) => ({ value: `${text} ${n}` }));

async function fetchedUntil(end: number): Promise<Fetched[]> {
  const consumer = kafka.consumer({ groupId: `${topic}-${end}`, maxWaitTimeInMs: 50 });
  const fetched: Fetched[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachBatch: async ({ batch }: { batch: Batch }) => void fetched.push(toFetched(batch)),
  });
  await vi.waitFor(() => expect(fetched.at(-1)?.nextOffset).toBe(end), { timeout: 20_000, interval: 20 });
  await consumer.disconnect();
  return fetched;
}

const summary = (fetched: Fetched[]) =>
  fetched.flatMap(({ batches }) =>
    batches.map((batch) => [batch.baseOffset, batch.nextOffset, isUnreadable(batch) ? batch.fault : batch.count]),
  );

test("batches of every compression, transactions kept and aborted: every offset passes, once and in order", async () => {
  const producer = kafka.producer();
  await producer.connect();
  for (const [index, compression] of [CompressionTypes.None, CompressionTypes.GZIP, CompressionTypes.ZSTD].entries())
    await producer.send({ topic, compression, messages: messages("plain", index + 1) });
  await producer.disconnect();
  const transactional = kafka.producer({ transactionalId: topic, maxInFlightRequests: 1, idempotent: true });
  await transactional.connect();
  for (const end of ["commit", "abort", "commit"] as const) {
    const transaction = await transactional.transaction();
    await transaction.send({ topic, messages: messages(end, 2) });
    await transaction[end]();
  }
  await transactional.disconnect();
  expect(summary(await fetchedUntil(15))).toEqual([
    [0, 1, 1],
    [1, 3, 2],
    [3, 6, 3],
    [6, 8, 2],
    [8, 9, 0], // committed
    [9, 11, 0], // aborted
    [11, 12, 0],
    [12, 14, 2],
    [14, 15, 0],
  ]);
});
