// Brings empty engines to where the programs can work: topics, schemas, tables. Idempotent, so it runs at every start.
import { createRegistry, publishSchemas } from "@audit-log/schemas";
import { prepareKafkajs, topicDefinitions } from "@audit-log/schemas/kafka";
import { migrate } from "@audit-log/schemas/migrations";
import kafkajs from "kafkajs";
import type { Engines } from "../engines/engines.ts";

export interface Preparation {
  /** What topics, subjects and the database begin with. */
  prefix: string;
  partitions: number;
}

export async function prepare(engines: Engines, { prefix, partitions }: Preparation): Promise<void> {
  const { url, writer } = engines.clickhouse;
  await Promise.all([
    createTopics(engines.kafkaBrokers, { prefix, partitions }),
    publishSchemas(createRegistry({ url: engines.registryUrl }), prefix),
    migrate({ url, ...writer, database: prefix }),
  ]);
}

/** Existing topics are left as they are. */
export async function createTopics(brokers: string[], { prefix, partitions }: Preparation): Promise<void> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({ clientId: "audit-local", brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({ waitForLeaders: true, topics: topicDefinitions(prefix, partitions) });
  } finally {
    await admin.disconnect();
  }
}
