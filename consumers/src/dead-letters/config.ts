// The environment of `audit-ops dead-letters`: what the worker is told about Kafka and the registry, and nothing of ClickHouse.
import type { RegistryAddress } from "@audit-log/schemas";
import { readEnvironment, type Environment, type LogLevel } from "@audit-log/schemas/environment";
import { readKafkaAddress, readPrefix, readRegistryAddress, type KafkaAddress } from "@audit-log/schemas/kafka";

export interface OpsConfig {
  prefix: string;
  kafka: KafkaAddress;
  /** Undefined where the command asks no registry. */
  registry: RegistryAddress | undefined;
  logLevel: LogLevel;
}

/** Nothing but the answer unless somebody looks for a fault. */
const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const satisfies readonly LogLevel[];

/** Throws one error that names every variable that is missing or wrong. */
export const opsConfig = (env: Environment, asksRegistry: boolean): OpsConfig =>
  readEnvironment(env, (read) => ({
    prefix: readPrefix(read),
    kafka: readKafkaAddress(read),
    registry: asksRegistry ? readRegistryAddress(read) : undefined,
    logLevel: read.choice("LOG_LEVEL", LOG_LEVELS),
  }));

/** What topics begin with: needed to understand the command line. */
export const prefixOf = (env: Environment): string => readEnvironment(env, readPrefix);
