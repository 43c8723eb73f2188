// What each program is told through its environment: addresses, users and secrets, and nothing of the parent's own.
import type { RegistryAddress } from "@audit-log/schemas";
import type { Environment } from "@audit-log/schemas/environment";
import type { Engines } from "../engines/engines.ts";
import type { Issuer } from "../issuer/issuer.ts";

export const AUDIENCE = "audit-log";
/** Of everything that runs here. */
export const REGION = "eu01";

/** What finds Kafka and the registry and gets in: for the worker, and for every recorder. The variables that the product reads. */
export function logEnvironment({ kafka, registry }: Pick<Engines, "kafka" | "registry">): Record<string, string> {
  return defined({
    KAFKA_BROKERS: kafka.brokers.join(","),
    KAFKA_TLS: String(kafka.tls !== false),
    ...tlsVariables("KAFKA_TLS", kafka.tls === false ? undefined : kafka.tls),
    KAFKA_SASL_MECHANISM: kafka.sasl?.mechanism,
    KAFKA_SASL_USERNAME: kafka.sasl?.username,
    KAFKA_SASL_PASSWORD: kafka.sasl?.password,
    SCHEMA_REGISTRY_URL: registry.url,
    SCHEMA_REGISTRY_USERNAME: registry.username,
    SCHEMA_REGISTRY_PASSWORD: registry.password,
    SCHEMA_REGISTRY_TOKEN: registry.token,
    ...tlsVariables("SCHEMA_REGISTRY_TLS", registry.tls),
  });
}

function tlsVariables(prefix: string, tls: true | RegistryAddress["tls"]): Environment {
  if (tls === undefined || tls === true) return {};
  return { [`${prefix}_CA_FILE`]: tls.ca, [`${prefix}_CERT_FILE`]: tls.cert, [`${prefix}_KEY_FILE`]: tls.key };
}

function defined(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export function workerEnvironment(
  engines: Pick<Engines, "kafka" | "registry" | "clickhouse">,
  prefix: string,
  logLevel: string,
): Record<string, string> {
  return {
    AUDIT_PREFIX: prefix,
    ...logEnvironment(engines),
    CLICKHOUSE_URL: engines.clickhouse.url,
    CLICKHOUSE_WRITER_USER: engines.clickhouse.writer.username,
    CLICKHOUSE_WRITER_PASSWORD: engines.clickhouse.writer.password,
    CLICKHOUSE_DATABASE: prefix,
    LOG_LEVEL: logLevel,
  };
}

export interface ApiParts {
  prefix: string;
  logLevel: string;
  issuer: Issuer;
  portalFolder: string;
  cursorSecret: string;
  /** Where events about readers wait on disk while Kafka is away. */
  spoolFolder: string;
}

export function apiEnvironment(
  { kafka, registry, clickhouse }: Engines,
  { prefix, logLevel, issuer, portalFolder, cursorSecret, spoolFolder }: ApiParts,
): Record<string, string> {
  return {
    AUDIT_PREFIX: prefix,
    AUDIT_REGION: REGION,
    AUDIT_SPOOL_FOLDER: spoolFolder,
    ...logEnvironment({ kafka, registry }),
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_READER_USER: clickhouse.reader.username,
    CLICKHOUSE_READER_PASSWORD: clickhouse.reader.password,
    CLICKHOUSE_DATABASE: prefix,
    JWT_ISSUER: issuer.issuer,
    JWT_AUDIENCE: AUDIENCE,
    JWKS_URL: issuer.jwksUrl,
    CURSOR_SECRET: cursorSecret,
    // The check reads everything there is, as fast as it can.
    REQUESTS_PER_MINUTE: "60000",
    PORTAL_FOLDER: portalFolder,
    LOG_LEVEL: logLevel,
  };
}
