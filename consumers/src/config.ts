// The worker's environment: read once, all faults at once, no value ever printed.
import { DEFAULT_PREFIX } from "@audit-log/schemas";
import { readEnvironment, type Environment } from "@audit-log/schemas/environment";
import type { SASLOptions } from "kafkajs";

export interface WorkerConfig {
  prefix: string;
  groupId: string;
  kafka: { brokers: string[]; ssl: boolean; sasl?: SASLOptions };
  registry: { url: string; username: string | undefined; password: string | undefined };
  clickhouse: { url: string; username: string; password: string; database: string };
  batch: { rows: number; bytes: number; lingerMs: number };
  inFlightBytes: number;
  /** How long the group waits for a silent member before it gives its partitions away. */
  sessionTimeoutMs: number;
  /** Where /livez, /readyz and /metrics answer. */
  http: { host: string; port: number };
  logLevel: string;
  exitWithParent: boolean;
}

const MIB = 1024 * 1024;

/** Throws one error that names every variable that is missing or wrong. */
export function workerConfig(env: Environment): WorkerConfig {
  return readEnvironment(env, (read) => {
    const prefix = read.text("AUDIT_PREFIX", DEFAULT_PREFIX);
    const user = read.optional("KAFKA_SASL_USERNAME");
    const sasl = user === undefined ? {} : { sasl: scramOf(user, read.text("KAFKA_SASL_PASSWORD")) };
    return {
      prefix,
      groupId: read.text("WORKER_GROUP", `${prefix}-worker`),
      kafka: { brokers: read.list("KAFKA_BROKERS"), ssl: read.flag("KAFKA_TLS"), ...sasl },
      registry: {
        url: read.url("SCHEMA_REGISTRY_URL"),
        username: read.optional("SCHEMA_REGISTRY_USERNAME"),
        password: read.optional("SCHEMA_REGISTRY_PASSWORD"),
      },
      clickhouse: {
        url: read.url("CLICKHOUSE_URL"),
        username: read.text("CLICKHOUSE_WRITER_USER"),
        password: read.text("CLICKHOUSE_WRITER_PASSWORD", ""),
        database: read.text("CLICKHOUSE_DATABASE", prefix),
      },
      batch: {
        rows: read.integer("WORKER_BATCH_ROWS", 50_000),
        bytes: read.integer("WORKER_BATCH_BYTES", 16 * MIB),
        lingerMs: read.integer("WORKER_LINGER_MS", 200),
      },
      inFlightBytes: read.integer("WORKER_IN_FLIGHT_BYTES", 64 * MIB),
      sessionTimeoutMs: read.integer("WORKER_SESSION_TIMEOUT_MS", 30_000),
      http: { host: read.text("HOST", "127.0.0.1"), port: read.integer("PORT", 0) },
      logLevel: read.text("LOG_LEVEL", "info"),
      exitWithParent: read.flag("AUDIT_EXIT_WITH_PARENT"),
    };
  });
}

const scramOf = (username: string, password: string): SASLOptions => ({
  mechanism: "scram-sha-512",
  username,
  password,
});
