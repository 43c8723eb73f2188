// Brings empty engines to where the programs can work: topics, schemas, tables. Idempotent, so it runs at every start.
import { setTimeout as sleep } from "node:timers/promises";
import { createRegistry, publishSchemas } from "@audit-log/schemas";
import { connectionOptions, prepareKafkajs, topicDefinitions, type KafkaAddress } from "@audit-log/schemas/kafka";
import { migrate } from "@audit-log/schemas/migrations";
import kafkajs, { type Admin } from "kafkajs";
import type { Engines } from "../engines/engines.ts";

export interface Preparation {
  /** What topics, subjects and the database begin with. */
  prefix: string;
  partitions: number;
}

export async function prepare(engines: Engines, { prefix, partitions }: Preparation): Promise<void> {
  const { url, writer } = engines.clickhouse;
  await Promise.all([
    createTopics(engines.kafka, { prefix, partitions }),
    publishSchemas(createRegistry(engines.registry), prefix),
    migrate({ url, ...writer, database: prefix }),
  ]);
}

/** Existing topics are left as they are. New ones have the replication factor that the brokers are configured with. */
export async function createTopics(address: KafkaAddress, { prefix, partitions }: Preparation): Promise<void> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "audit-local",
    ...connectionOptions(address),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = topicDefinitions(prefix, partitions);
    await admin.createTopics({ topics, waitForLeaders: false });
    await untilLed(
      admin,
      topics.map(({ topic }) => topic),
    );
  } finally {
    await admin.disconnect();
  }
}

const LED_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** kafkajs can wait by itself, but gives up where a busy broker has not heard yet of a topic that it has just made. */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  const deadline = performance.now() + LED_WITHIN_MS;
  for (;;) {
    try {
      const found = await admin.fetchTopicMetadata({ topics });
      if (found.topics.every((topic) => topic.partitions.every(({ leader }) => leader >= 0))) return;
    } catch (cause) {
      if (performance.now() > deadline) throw cause;
    }
    if (performance.now() > deadline) throw new Error(`topics have no leader: ${topics.join(", ")}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
