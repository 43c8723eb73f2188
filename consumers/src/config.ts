// The worker's environment: read once, all faults at once, no value ever printed.
import type { RegistryAddress } from "@audit-log/schemas";
import { LOG_LEVELS, readEnvironment, type Environment, type LogLevel } from "@audit-log/schemas/environment";
import type { WatchLimits } from "./adapters/lag-watch.ts";
import { readKafkaAddress, readPrefix, readRegistryAddress, type KafkaAddress } from "@audit-log/schemas/kafka";

export interface WorkerConfig {
  prefix: string;
  groupId: string;
  kafka: KafkaAddress;
  registry: RegistryAddress;
  clickhouse: { url: string; username: string; password: string; database: string };
  batch: { rows: number; bytes: number; lingerMs: number };
  inFlightBytes: number;
  maxRefusedInARow: number;
  /** How often the hierarchy is looked at. */
  hierarchyMs: number;
  /** How long the group waits for a silent member before it gives its partitions away. */
  sessionTimeoutMs: number;
  watch: WatchLimits;
  /** How often one worker of the group asks which sequence numbers of producers are missing. */
  sequenceWatchMs: number;
  /** How often it is told how far the partitions are settled: as long as that readers by arrival wait for an event that is stored. */
  progressMs: number;
  /** MaxMind DB files that an operator supplies: country or city, ASN. */
  mmdbFiles: string[];
  /** Where /livez, /readyz and /metrics answer. */
  http: { host: string; port: number };
  logLevel: LogLevel;
  exitWithParent: boolean;
}

const MIB = 1024 * 1024;

/** Throws one error that names every variable that is missing or wrong. */
export function workerConfig(env: Environment): WorkerConfig {
  return readEnvironment(env, (read) => {
    const prefix = readPrefix(read);
    return {
      prefix,
      groupId: read.text("WORKER_GROUP", `${prefix}-worker`),
      kafka: readKafkaAddress(read),
      registry: readRegistryAddress(read),
      clickhouse: {
        url: read.url("CLICKHOUSE_URL"),
        username: read.text("CLICKHOUSE_WRITER_USER"),
        password: read.text("CLICKHOUSE_WRITER_PASSWORD", ""),
        database: read.text("CLICKHOUSE_DATABASE", prefix),
      },
      batch: {
        rows: read.integer("WORKER_BATCH_ROWS", 32_000),
        bytes: read.integer("WORKER_BATCH_BYTES", 16 * MIB),
        lingerMs: read.integer("WORKER_LINGER_MS", 200, { min: 0, max: 60_000 }),
      },
      inFlightBytes: read.integer("WORKER_IN_FLIGHT_BYTES", 32 * MIB),
      maxRefusedInARow: read.integer("WORKER_MAX_REFUSED_IN_A_ROW", 10_000),
      hierarchyMs: read.integer("WORKER_HIERARCHY_MS", 5_000),
      sessionTimeoutMs: read.integer("WORKER_SESSION_TIMEOUT_MS", 30_000),
      watch: {
        everyMs: read.integer("WORKER_WATCH_MS", 10_000, { min: 100, max: 600_000 }),
        patienceMs: read.integer("WORKER_STANDSTILL_MS", 120_000),
      },
      sequenceWatchMs: read.integer("WORKER_SEQUENCE_WATCH_MS", 60_000, { min: 1_000, max: 3_600_000 }),
      progressMs: read.integer("WORKER_PROGRESS_MS", 1_000, { min: 100, max: 60_000 }),
      mmdbFiles: read.optional("WORKER_MMDB_FILES") === undefined ? [] : read.list("WORKER_MMDB_FILES"),
      http: { host: read.text("HOST", "127.0.0.1"), port: read.integer("PORT", 0, { min: 0, max: 65_535 }) },
      logLevel: read.choice("LOG_LEVEL", LOG_LEVELS),
      exitWithParent: read.flag("AUDIT_EXIT_WITH_PARENT"),
    };
  });
}
