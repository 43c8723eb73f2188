// The query service's environment: read once, all faults at once, no value ever printed.
import {
  LOG_LEVELS,
  readEnvironment,
  type Environment,
  type LogLevel,
  type Secret,
} from "@audit-log/schemas/environment";
import { readRecording, type RecordingConfig } from "./recording/recording-config.ts";

export interface Config {
  http: { host: string; port: number };
  clickhouse: { url: string; database: string; username: string; password: Secret };
  /** Whose tokens are believed: issuer, audience and types as in the token, and where the issuer's keys are. */
  tokens: { issuer: string; audience: string; types: readonly string[] | undefined; jwksUrl: string };
  /** The platform's authorization service; undefined: the token's own roles are believed. */
  authorizer: { url: string; token: Secret | undefined } | undefined;
  /** Of one principal, per minute. */
  mostRequests: number;
  /** Signs cursors; every instance of the service has the same. */
  cursorSecret: Secret;
  /** The built portal; undefined where the service has none. */
  portalFolder: string | undefined;
  /** Where readers are recorded; undefined where they are not. */
  recording: RecordingConfig | undefined;
  /** Proxies that stand before the service and write X-Forwarded-For; 0: the socket's peer is the source. */
  trustedProxies: number;
  logLevel: LogLevel;
  exitWithParent: boolean;
}

const MIN_SECRET_BYTES = 32;

/** Throws InvalidEnvironment with everything that is missing or wrong. */
export function apiConfig(env: Environment): Config {
  return readEnvironment(env, (read) => {
    const database = read.text("CLICKHOUSE_DATABASE", "audit");
    if (!/^[a-z][a-z0-9_]*$/.test(database)) read.fault("CLICKHOUSE_DATABASE is not a plain lower-case name");
    return {
      http: { host: read.text("HOST", "127.0.0.1"), port: read.integer("PORT", 8080, { min: 0, max: 65_535 }) },
      clickhouse: {
        url: read.url("CLICKHOUSE_URL"),
        database,
        username: read.text("CLICKHOUSE_READER_USER"),
        password: read.secret("CLICKHOUSE_READER_PASSWORD"),
      },
      tokens: {
        issuer: read.text("JWT_ISSUER"),
        audience: read.text("JWT_AUDIENCE"),
        types: read.optional("JWT_TYPES") === undefined ? undefined : read.list("JWT_TYPES"),
        jwksUrl: read.url("JWKS_URL"),
      },
      authorizer:
        read.optional("AUTHORIZER_URL") === undefined
          ? undefined
          : {
              url: read.url("AUTHORIZER_URL"),
              token: read.optional("AUTHORIZER_TOKEN") === undefined ? undefined : read.secret("AUTHORIZER_TOKEN"),
            },
      mostRequests: read.integer("REQUESTS_PER_MINUTE", 600, { min: 1, max: 1_000_000 }),
      cursorSecret: read.secret("CURSOR_SECRET", MIN_SECRET_BYTES),
      portalFolder: read.optional("PORTAL_FOLDER"),
      recording: readRecording(env, read),
      trustedProxies: read.integer("TRUSTED_PROXIES", 0, { min: 0, max: 10 }),
      logLevel: read.choice("LOG_LEVEL", LOG_LEVELS),
      exitWithParent: read.flag("AUDIT_EXIT_WITH_PARENT"),
    };
  });
}
