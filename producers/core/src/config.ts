// The recorder's configuration from the environment: read once, all faults at once, values never repeated in a message.
import type { RegistryAddress } from "@audit-log/schemas";
import { type Environment, readEnvironment } from "@audit-log/schemas/environment";
import { type KafkaAddress, readKafkaAddress, readPrefix, readRegistryAddress } from "@audit-log/schemas/kafka";

export interface RecorderConfig {
  kafka: KafkaAddress;
  registry: RegistryAddress;
  /** What topics and subjects begin with. */
  prefix: string;
  /** Region that events are recorded in unless they say otherwise, e.g. eu01. */
  region: string;
  /** One per process start; default: random. */
  producerId?: string | undefined;
}

/**
 * KAFKA_BROKERS (host:port, comma-separated), KAFKA_TLS (true or false), KAFKA_SASL_MECHANISM (plain, scram-sha-256, scram-sha-512),
 * KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USERNAME, SCHEMA_REGISTRY_PASSWORD, AUDIT_REGION (default global),
 * AUDIT_PREFIX (default audit), AUDIT_PRODUCER_ID (default random). Throws InvalidEnvironment.
 */
export function recorderConfig(env: Environment): RecorderConfig {
  return readEnvironment(env, (read) => ({
    kafka: readKafkaAddress(read),
    registry: readRegistryAddress(read),
    prefix: readPrefix(read),
    region: read.text("AUDIT_REGION", "global"),
    producerId: read.optional("AUDIT_PRODUCER_ID"),
  }));
}
