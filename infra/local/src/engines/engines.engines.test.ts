/** The engines that every other room's tests are given: all three answer, and work together. */
import { createClient } from "@clickhouse/client";
import { createTopics, prepareKafkajs } from "@audit-log/schemas/kafka";
import { Kafka, logLevel } from "kafkajs";
import { describe, expect, inject, it } from "vitest";

const register = async (schema: object) =>
  fetch(`${inject("registryUrl")}/subjects/engines-${process.pid}-value/versions`, {
    method: "POST",
    headers: { "content-type": "application/vnd.schemaregistry.v1+json" },
    body: JSON.stringify({ schema: JSON.stringify(schema) }),
  });

describe("the engines of this test run", () => {
  it("keeps and delivers records in Kafka", async () => {
    prepareKafkajs();
    const kafka = new Kafka({ brokers: inject("kafkaBrokers"), logLevel: logLevel.NOTHING });
    const topic = `engines-${process.pid}`;
    const [admin, producer] = [kafka.admin(), kafka.producer()];
    await admin.connect();
    await createTopics(admin, [{ topic, numPartitions: 2, replicationFactor: 1 }]);
    await producer.connect();
    const sent = await producer.send({ topic, messages: [{ key: "a", value: "b" }], acks: -1 });
    expect(sent[0]?.errorCode).toBe(0);
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  });

  it("registers a schema and refuses an incompatible one", async () => {
    const field = { name: "id", type: "string" };
    const first = await register({ type: "record", name: "R", fields: [field] });
    expect(first.status).toBe(200);
    const level = await fetch(`${inject("registryUrl")}/config/engines-${process.pid}-value`, {
      method: "PUT",
      headers: { "content-type": "application/vnd.schemaregistry.v1+json" },
      body: JSON.stringify({ compatibility: "BACKWARD_TRANSITIVE" }),
    });
    expect(level.status).toBe(200);
    const second = await register({ type: "record", name: "R", fields: [field, { name: "more", type: "string" }] });
    expect(second.status).toBe(409);
  });

  it("answers SQL through the client of the application", async () => {
    const { url, reader } = inject("clickhouse");
    const client = createClient({ url, ...reader });
    const result = await client.query({ query: "SELECT 1 AS one", format: "JSONEachRow" });
    expect(await result.json()).toEqual([{ one: 1 }]);
    await client.close();
  });
});
