// The ids of all events in a topic, as stored: one that is there twice comes twice. Ids only: a million whole messages, as the tests read
// them (producers/core/src/testing/kafka-topics.ts), would not fit into memory.
import { HEADER_BYTES } from "@audit-log/schemas";
import { connectionOptions, type KafkaAddress, prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs from "kafkajs";

const ID_BYTES = 16;

export async function idsIn(address: KafkaAddress, topic: string): Promise<string[]> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "bench-ids",
    ...connectionOptions(address),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  let left = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const ids: string[] = [];
  const consumer = kafka.consumer({ groupId: `${topic}-ids`, maxBytesPerPartition: 256 * 1024 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const { promise: whole, resolve } = Promise.withResolvers<void>();
  await consumer.run({
    eachBatch: async ({ batch }) => {
      for (const { value } of batch.messages)
        ids.push(value?.toString("hex", HEADER_BYTES, HEADER_BYTES + ID_BYTES) ?? "");
      left -= batch.messages.length;
      if (left <= 0) resolve();
    },
  });
  await whole;
  await consumer.disconnect();
  return ids;
}
