// Where Kafka and the registry are and how to get in: the part of the environment that producers and workers share.
import type { KafkaConfig } from "kafkajs";
import { DEFAULT_PREFIX } from "../catalogue.ts";
import type { EnvironmentReader } from "../environment.ts";
import type { RegistryAddress } from "../registry-address.ts";
import { socketsBy } from "./sockets.ts";
import { readTlsFiles, type TlsFiles, tlsOptions } from "../tls-files.ts";

/** The first is the default. */
const SASL_MECHANISMS = ["scram-sha-512", "scram-sha-256", "plain"] as const;

export interface KafkaAddress {
  /** host:port */
  brokers: readonly string[];
  /** true: the system's authorities are trusted. */
  tls: boolean | TlsFiles;
  sasl?: { mechanism: (typeof SASL_MECHANISMS)[number]; username: string; password: string } | undefined;
}

/**
 * KAFKA_BROKERS, KAFKA_TLS, KAFKA_TLS_CA_FILE, KAFKA_TLS_CERT_FILE and KAFKA_TLS_KEY_FILE (mTLS), KAFKA_SASL_MECHANISM (plain,
 * scram-sha-256, scram-sha-512), KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD.
 */
export function readKafkaAddress(read: EnvironmentReader): KafkaAddress {
  const brokers = read.list("KAFKA_BROKERS");
  if (brokers.some((broker) => !/^[^\s/@]+:\d{1,5}$/.test(broker)))
    read.fault("KAFKA_BROKERS is not host:port, comma-separated");
  const files = readTlsFiles(read, "KAFKA_TLS");
  const tls = read.flag("KAFKA_TLS");
  if (files !== undefined && !tls) read.fault("KAFKA_TLS is not true, but files for it are given");
  return { brokers, tls: files ?? tls, sasl: readSasl(read) };
}

/**
 * SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD or SCHEMA_REGISTRY_TOKEN (bearer), SCHEMA_REGISTRY_TLS_CA_FILE,
 * SCHEMA_REGISTRY_TLS_CERT_FILE and SCHEMA_REGISTRY_TLS_KEY_FILE.
 */
export function readRegistryAddress(read: EnvironmentReader): RegistryAddress {
  const url = read.url("SCHEMA_REGISTRY_URL");
  const username = read.optional("SCHEMA_REGISTRY_USERNAME");
  const password = read.optional("SCHEMA_REGISTRY_PASSWORD");
  if ((username === undefined) !== (password === undefined)) {
    read.fault("SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD belong together");
  }
  const token = read.optional("SCHEMA_REGISTRY_TOKEN");
  if (token !== undefined && username !== undefined)
    read.fault("SCHEMA_REGISTRY_TOKEN and SCHEMA_REGISTRY_USERNAME exclude each other");
  const tls = readTlsFiles(read, "SCHEMA_REGISTRY_TLS");
  if (tls !== undefined && !url.startsWith("https:")) read.fault("SCHEMA_REGISTRY_TLS files need an https URL");
  return { url, username, password, token, tls };
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
export function connectionOptions({
  brokers,
  tls,
  sasl,
}: KafkaAddress): Pick<KafkaConfig, "brokers" | "ssl" | "sasl" | "socketFactory"> {
  const ssl = typeof tls === "boolean" ? tls : tlsOptions(tls);
  return {
    brokers: [...brokers],
    ssl,
    socketFactory: socketsBy(),
    ...(sasl === undefined ? {} : { sasl: saslOptions(sasl) }),
  };
}

/** kafkajs's type wants the mechanism to be one literal, not a union. */
function saslOptions({ mechanism, ...user }: NonNullable<KafkaAddress["sasl"]>): NonNullable<KafkaConfig["sasl"]> {
  if (mechanism === "plain") return { mechanism, ...user };
  return mechanism === "scram-sha-256" ? { mechanism, ...user } : { mechanism, ...user };
}
