// The chain that everyone writes first: kafkajs, registry.decode, JSON lines. A program of its own, so that its CPU is its own;
// it tells its parent how many events it has stored and what they cost.
import { EVENTS_TABLE, columns, fixedUnions, topicOf, type AuditEvent, uuidText } from "@audit-log/schemas";
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import { createClient } from "@clickhouse/client";
import { SchemaRegistry, SchemaType } from "@kafkajs/confluent-schema-registry";
import kafkajs from "kafkajs";
import { BENCH_DOMAIN } from "./events.ts";

const env = (name: string): string => process.env[name] ?? "";
const prefix = env("AUDIT_PREFIX");

prepareKafkajs();
const kafka = new kafkajs.Kafka({
  clientId: "naive",
  brokers: env("KAFKA_BROKERS").split(","),
  logLevel: kafkajs.logLevel.ERROR,
});
const registry = new SchemaRegistry(
  { host: env("SCHEMA_REGISTRY_URL") },
  { [SchemaType.AVRO]: { typeHook: fixedUnions } },
);
const clickhouse = createClient({
  url: env("CLICKHOUSE_URL"),
  username: env("CLICKHOUSE_WRITER_USER"),
  password: env("CLICKHOUSE_WRITER_PASSWORD"),
  database: env("CLICKHOUSE_DATABASE"),
});

const consumer = kafka.consumer({
  groupId: `${prefix}-naive`,
  maxBytes: 16 * 1024 * 1024,
  maxBytesPerPartition: 4 * 1024 * 1024,
});
await consumer.connect();
await consumer.subscribe({ topic: topicOf(BENCH_DOMAIN, prefix), fromBeginning: true });
report(0);
let stored = 0;
await consumer.run({
  eachBatch: async ({ batch }) => {
    const values: Record<string, unknown>[] = [];
    // One after the other: asked for many at once, the registry's client compiles the schema for every message of the first batch.
    for (const { value, offset } of batch.messages) {
      const event: AuditEvent = await registry.decode(value ?? Buffer.alloc(0));
      values.push(rowOf(event, batch.topic, batch.partition, Number(offset)));
    }
    await clickhouse.insert({ table: EVENTS_TABLE, values, format: "JSONEachRow" });
    stored += values.length;
    report(stored);
  },
});

function rowOf(event: AuditEvent, topic: string, partition: number, offset: number): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const one = { event, topic, partition, offset, domain: BENCH_DOMAIN, receivedTime: Date.now(), schemaId: 0 };
  for (const column of columns)
    row[column.name] = column.type === "UUID" ? uuidText(column.value(one)) : column.value(one);
  return row;
}

function report(events: number): void {
  const { user, system } = process.cpuUsage();
  process.send?.({ events, cpuSeconds: (user + system) / 1e6 });
}
