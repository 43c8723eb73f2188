// The recorder's configuration from the environment: read once, all faults at once, values never repeated in a message.
import type { RegistryAddress } from "@audit-log/schemas";
import { type Environment, type EnvironmentReader, readEnvironment } from "@audit-log/schemas/environment";
import { type KafkaAddress, readKafkaAddress, readPrefix, readRegistryAddress } from "@audit-log/schemas/kafka";

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const HOUR_MS = 3_600_000;

export interface RecorderConfig {
  kafka: KafkaAddress;
  registry: RegistryAddress;
  /** What topics and subjects begin with. */
  prefix: string;
  /** Region that events are recorded in unless they say otherwise, e.g. eu01. */
  region: string;
  /** One per process start; default: random. */
  producerId?: string | undefined;
  /** Where events wait on disk while the broker is away; without it they wait in memory only. */
  spool?: SpoolConfig | undefined;
}

export interface SpoolConfig {
  /** One process at a time; survives a restart. */
  folder: string;
  /** Default: 1 GiB. */
  maxBytes?: number | undefined;
  /** Older entries are given up, and told. Default: 7 days, as long as the topics keep events. */
  maxAgeMs?: number | undefined;
}

/**
 * KAFKA_BROKERS (host:port, comma-separated), KAFKA_TLS (true or false), KAFKA_SASL_MECHANISM (plain, scram-sha-256, scram-sha-512),
 * KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USERNAME, SCHEMA_REGISTRY_PASSWORD, AUDIT_REGION (default global),
 * AUDIT_PREFIX (default audit), AUDIT_PRODUCER_ID (default random), AUDIT_SPOOL_FOLDER (default: no spool), AUDIT_SPOOL_MAX_BYTES (default 1 GiB),
 * AUDIT_SPOOL_MAX_AGE_HOURS (default 168). Throws InvalidEnvironment.
 */
export function recorderConfig(env: Environment): RecorderConfig {
  return readEnvironment(env, (read) => ({
    kafka: readKafkaAddress(read),
    registry: readRegistryAddress(read),
    prefix: readPrefix(read),
    region: read.text("AUDIT_REGION", "global"),
    producerId: read.optional("AUDIT_PRODUCER_ID"),
    spool: readSpool(read),
  }));
}

function readSpool(read: EnvironmentReader): SpoolConfig | undefined {
  const maxBytes = read.integer("AUDIT_SPOOL_MAX_BYTES", GIB, { min: MIB });
  const maxAgeMs = read.integer("AUDIT_SPOOL_MAX_AGE_HOURS", 168) * HOUR_MS;
  const folder = read.optional("AUDIT_SPOOL_FOLDER");
  return folder === undefined ? undefined : { folder, maxBytes, maxAgeMs };
}
