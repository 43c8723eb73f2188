// The chain that everyone writes first: kafkajs, registry.decode, JSON lines.
import { NO_ENRICHMENT, EVENTS_TABLE, fixedUnions, type AuditEvent } from "@audit-log/schemas";
import { createClient } from "@clickhouse/client";
import { SchemaRegistry, SchemaType } from "@kafkajs/confluent-schema-registry";
import { fieldValues, insertedRow, insertedRowColumns } from "../fields.ts";
import { contest, variable } from "./contest.ts";
import { BENCH_DOMAIN } from "./events.ts";
import { connectConsumer, runConsumer } from "./kafka-consumer.ts";

const registry = new SchemaRegistry(
  { host: variable("SCHEMA_REGISTRY_URL") },
  { [SchemaType.AVRO]: { typeHook: fixedUnions } },
);
const clickhouse = createClient({
  url: variable("CLICKHOUSE_URL"),
  username: variable("CLICKHOUSE_WRITER_USER"),
  password: variable("CLICKHOUSE_WRITER_PASSWORD"),
  database: variable("CLICKHOUSE_DATABASE"),
});

await contest(async () => {
  const consumer = await connectConsumer();
  return () =>
    runConsumer(consumer, async ({ topic, partition, messages }) => {
      const values: Record<string, unknown>[] = [];
      // One after the other: asked for many at once, the registry's client compiles the schema for every message of the first batch.
      for (const { value, offset } of messages) {
        const event: AuditEvent = await registry.decode(value ?? Buffer.alloc(0));
        values.push(rowOf(event, topic, partition, Number(offset)));
      }
      await clickhouse.insert({ table: EVENTS_TABLE, values, columns: insertedRowColumns, format: "JSONEachRow" });
    });
});

const rowOf = (event: AuditEvent, topic: string, partition: number, offset: number): Record<string, unknown> =>
  insertedRow(
    fieldValues({
      event,
      enrichment: NO_ENRICHMENT,
      topic,
      partition,
      offset,
      domain: BENCH_DOMAIN,
      receivedTime: Date.now(),
      schemaId: 0,
    }),
  );
