// What each program is told through its environment: addresses, users and secrets, and nothing of the parent's own.
import type { Engines } from "../engines/engines.ts";
import type { Issuer } from "../issuer/issuer.ts";

export const AUDIENCE = "audit-log";

export function workerEnvironment(
  { kafkaBrokers, registryUrl, clickhouse }: Engines,
  prefix: string,
  logLevel: string,
): Record<string, string> {
  return {
    AUDIT_PREFIX: prefix,
    KAFKA_BROKERS: kafkaBrokers.join(","),
    SCHEMA_REGISTRY_URL: registryUrl,
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_WRITER_USER: clickhouse.writer.username,
    CLICKHOUSE_WRITER_PASSWORD: clickhouse.writer.password,
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
}

export function apiEnvironment(
  { clickhouse }: Engines,
  { prefix, logLevel, issuer, portalFolder, cursorSecret }: ApiParts,
): Record<string, string> {
  return {
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_READER_USER: clickhouse.reader.username,
    CLICKHOUSE_READER_PASSWORD: clickhouse.reader.password,
    CLICKHOUSE_DATABASE: prefix,
    JWT_ISSUER: issuer.issuer,
    JWT_AUDIENCE: AUDIENCE,
    JWKS_URL: issuer.jwksUrl,
    CURSOR_SECRET: cursorSecret,
    PORTAL_FOLDER: portalFolder,
    LOG_LEVEL: logLevel,
  };
}
