// The environment: all faults at once, and no value in the message.
import { expect, test } from "vitest";
import { workerConfig } from "./config.ts";

const complete = {
  KAFKA_BROKERS: "127.0.0.1:9092, 127.0.0.1:9093",
  SCHEMA_REGISTRY_URL: "http://127.0.0.1:8081",
  CLICKHOUSE_URL: "http://127.0.0.1:8123",
  CLICKHOUSE_WRITER_USER: "writer",
  CLICKHOUSE_WRITER_PASSWORD: "hush",
};

test("defaults fill what is not given", () => {
  expect(workerConfig(complete)).toMatchObject({
    prefix: "audit",
    groupId: "audit-worker",
    kafka: { brokers: ["127.0.0.1:9092", "127.0.0.1:9093"] },
    clickhouse: { database: "audit" },
    mmdbFiles: [],
    watch: { everyMs: 10_000, patienceMs: 120_000 },
    sequenceWatchMs: 60_000,
  });
});

test("databases of addresses are paths with commas between them", () => {
  const env = { ...complete, WORKER_MMDB_FILES: "/data/city.mmdb, /data/asn.mmdb," };
  expect(workerConfig(env).mmdbFiles).toEqual(["/data/city.mmdb", "/data/asn.mmdb"]);
});

test("every fault is named at once, and no secret is", () => {
  const env = {
    ...complete,
    KAFKA_BROKERS: "",
    CLICKHOUSE_URL: "hush",
    WORKER_BATCH_ROWS: "many",
    KAFKA_TLS: "perhaps",
  };
  expect(() => workerConfig(env)).toThrow(
    /KAFKA_BROKERS is missing.*KAFKA_TLS is neither.*CLICKHOUSE_URL is not an http.*WORKER_BATCH_ROWS is not a whole number/,
  );
  expect(() => workerConfig(env)).not.toThrow(/hush/);
});
