// kafkajs as its manual shows it, for the contestants that use it: a group, the topic from its beginning, batch by batch.
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs, { type Batch, type Consumer, type Kafka } from "kafkajs";
import { variable } from "./contest.ts";

/** Compressed, per partition and fetch. A quarter and twice as much were tried: infra/bench/results.md. */
const MAX_BYTES_PER_PARTITION = 512 * 1024;

/** `prepare`: what a contestant changes about kafkajs. */
export async function connectConsumer(prepare: (kafka: Kafka) => void = () => {}): Promise<Consumer> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "bench",
    brokers: variable("KAFKA_BROKERS").split(","),
    logLevel: kafkajs.logLevel.ERROR,
  });
  prepare(kafka);
  const consumer = kafka.consumer({
    groupId: variable("BENCH_GROUP"),
    maxBytesPerPartition: MAX_BYTES_PER_PARTITION,
  });
  await consumer.connect();
  await consumer.subscribe({ topic: variable("BENCH_TOPIC"), fromBeginning: true });
  return consumer;
}

/** Offsets are committed by kafkajs after every batch. */
export const runConsumer = (consumer: Consumer, take: (batch: Batch) => Promise<void>): Promise<void> =>
  consumer.run({ eachBatch: ({ batch }) => take(batch) });
