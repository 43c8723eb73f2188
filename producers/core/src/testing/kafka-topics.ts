// Topics and consumers for tests against a real broker; every call makes names of its own.
import { createTopics, prepareKafkajs } from "@audit-log/schemas/kafka";
import { randomUUID } from "node:crypto";
import kafkajs, { type KafkaMessage } from "kafkajs";
import { createRegistry, type DomainName, domainSchemas, subjectOf, topicOf } from "@audit-log/schemas";
const { Kafka, logLevel } = kafkajs;

export const newPrefix = (): string => `t${randomUUID().slice(0, 8)}`;

function client(brokers: string[]): kafkajs.Kafka {
  prepareKafkajs();
  return new Kafka({ clientId: "test", brokers, logLevel: logLevel.NOTHING });
}

export async function createTopic(brokers: string[], topic: string, numPartitions = 3): Promise<void> {
  const admin = client(brokers).admin();
  await admin.connect();
  await createTopics(admin, [{ topic, numPartitions, replicationFactor: 1 }]);
  await admin.disconnect();
}

/** Topic and published schema of a domain under a prefix. */
export async function prepareDomain(
  brokers: string[],
  registryUrl: string,
  prefix: string,
  domain: DomainName,
): Promise<void> {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`${domain} has no events`);
  await createTopic(brokers, topicOf(domain, prefix));
  await createRegistry({ url: registryUrl }).publish(subjectOf(domain, prefix), schema);
}

export interface ReadMessage {
  partition: number;
  offset: bigint;
  key: string;
  value: Buffer;
}

/** Everything that a topic holds when it is called. */
export async function readTopic(brokers: string[], topic: string): Promise<ReadMessage[]> {
  const kafka = client(brokers);
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const missing = new Set(
    ends.filter(({ high, low }) => high !== low).map(({ partition, high }) => `${partition}:${BigInt(high) - 1n}`),
  );
  const read: ReadMessage[] = [];
  if (missing.size === 0) return read;
  const consumer = kafka.consumer({ groupId: `test-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const { promise: whole, resolve } = Promise.withResolvers<void>();
  await consumer.run({
    eachBatch: async ({ batch }) => {
      for (const message of batch.messages) {
        read.push(readMessage(batch.partition, message));
        missing.delete(`${batch.partition}:${message.offset}`);
      }
      if (missing.size === 0) resolve();
    },
  });
  await whole;
  await consumer.disconnect();
  return read.sort((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
}

const readMessage = (partition: number, { offset, key, value }: KafkaMessage): ReadMessage => ({
  partition,
  offset: BigInt(offset),
  key: String(key),
  value: value ?? Buffer.alloc(0),
});
