// Brings empty engines to where the programs can work: topics, schemas, tables. Idempotent, so it runs at every start.
import { createRegistry, publishSchemas } from "@audit-log/schemas";
import {
  connectionOptions,
  createTopics,
  prepareKafkajs,
  topicDefinitions,
  type KafkaAddress,
} from "@audit-log/schemas/kafka";
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
    prepareTopics(engines.kafka, { prefix, partitions }),
    publishSchemas(createRegistry(engines.registry), prefix),
    migrate({ url, ...writer, database: prefix }),
  ]);
}

/** The topics that every installation has. */
export async function prepareTopics(address: KafkaAddress, { prefix, partitions }: Preparation): Promise<void> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "audit-local",
    ...connectionOptions(address),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    await createTopics(admin, topicDefinitions(prefix, partitions));
  } finally {
    await admin.disconnect();
  }
}
