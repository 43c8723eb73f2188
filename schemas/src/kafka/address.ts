// Where Kafka and the registry are and how to get in: the part of the environment that producers and workers share.
import type { KafkaConfig } from "kafkajs";
import { DEFAULT_PREFIX } from "../catalogue.ts";
import type { EnvironmentReader } from "../environment.ts";
import type { RegistryAddress } from "../registry.ts";

/** The first is the default. */
const SASL_MECHANISMS = ["scram-sha-512", "scram-sha-256", "plain"] as const;

export interface KafkaAddress {
  /** host:port */
  brokers: readonly string[];
  tls: boolean;
  sasl?: { mechanism: (typeof SASL_MECHANISMS)[number]; username: string; password: string } | undefined;
}

/** KAFKA_BROKERS, KAFKA_TLS, KAFKA_SASL_MECHANISM (plain, scram-sha-256, scram-sha-512), KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD. */
export function readKafkaAddress(read: EnvironmentReader): KafkaAddress {
  const brokers = read.list("KAFKA_BROKERS");
  if (brokers.some((broker) => !/^[^\s/@]+:\d{1,5}$/.test(broker)))
    read.fault("KAFKA_BROKERS is not host:port, comma-separated");
  return { brokers, tls: read.flag("KAFKA_TLS"), sasl: readSasl(read) };
}

/** SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USERNAME, SCHEMA_REGISTRY_PASSWORD. */
export function readRegistryAddress(read: EnvironmentReader): RegistryAddress {
  const url = read.url("SCHEMA_REGISTRY_URL");
  const username = read.optional("SCHEMA_REGISTRY_USERNAME");
  const password = read.optional("SCHEMA_REGISTRY_PASSWORD");
  if ((username === undefined) !== (password === undefined)) {
    read.fault("SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD belong together");
  }
  return { url, username, password };
}

/** AUDIT_PREFIX: what topics, subjects and the database begin with. */
export function readPrefix(read: EnvironmentReader): string {
  const prefix = read.text("AUDIT_PREFIX", DEFAULT_PREFIX);
  if (!/^[\w.-]{1,100}$/.test(prefix)) read.fault("AUDIT_PREFIX is not letters, digits, dot, dash or underscore");
  return prefix;
}

function readSasl(read: EnvironmentReader): KafkaAddress["sasl"] {
  const username = read.optional("KAFKA_SASL_USERNAME");
  const password = read.optional("KAFKA_SASL_PASSWORD");
  const named = read.optional("KAFKA_SASL_MECHANISM");
  if (username === undefined && password === undefined && named === undefined) return undefined;
  const mechanism = read.choice("KAFKA_SASL_MECHANISM", SASL_MECHANISMS);
  if (username === undefined || password === undefined)
    read.fault("KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD belong together");
  if (username === undefined || password === undefined) return undefined;
  return { mechanism, username, password };
}

/** The address as kafkajs takes it. */
export function connectionOptions({ brokers, tls, sasl }: KafkaAddress): Pick<KafkaConfig, "brokers" | "ssl" | "sasl"> {
  return { brokers: [...brokers], ssl: tls, ...(sasl === undefined ? {} : { sasl: saslOptions(sasl) }) };
}

/** kafkajs's type wants the mechanism to be one literal, not a union. */
function saslOptions({ mechanism, ...user }: NonNullable<KafkaAddress["sasl"]>): NonNullable<KafkaConfig["sasl"]> {
  if (mechanism === "plain") return { mechanism, ...user };
  return mechanism === "scram-sha-256" ? { mechanism, ...user } : { mechanism, ...user };
}
