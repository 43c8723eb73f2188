// The recorder's configuration from the environment: read once, all errors at once, values never repeated in a message.
import { DEFAULT_PREFIX, type RegistryAddress } from "@audit-log/schemas";
import { type KafkaAddress, readSasl } from "./kafka-address.ts";

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

/** `problems` says which variables are wrong, never what they hold. */
export class InvalidConfig extends Error {
  override readonly name = "InvalidConfig";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`invalid configuration: ${problems.join("; ")}`);
    this.problems = problems;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * KAFKA_BROKERS (host:port, comma-separated), KAFKA_TLS (true or false), KAFKA_SASL_MECHANISM (plain, scram-sha-256, scram-sha-512),
 * KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USERNAME, SCHEMA_REGISTRY_PASSWORD, AUDIT_REGION (default global),
 * AUDIT_PREFIX (default audit), AUDIT_PRODUCER_ID (default random). Throws InvalidConfig.
 */
export function recorderConfig(env: Env): RecorderConfig {
  const problems: string[] = [];
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const need = (name: string): string => read(name) ?? (problems.push(`${name} is missing`), "");

  const brokers = need("KAFKA_BROKERS")
    .split(",")
    .map((broker) => broker.trim())
    .filter((broker) => broker !== "");
  if (brokers.some((broker) => !/^[^\s/@]+:\d{1,5}$/.test(broker)))
    problems.push("KAFKA_BROKERS must be host:port, comma-separated");
  const url = need("SCHEMA_REGISTRY_URL");
  if (url !== "" && !isPlainHttpUrl(url))
    problems.push("SCHEMA_REGISTRY_URL must be an http or https URL without credentials");
  const tls = read("KAFKA_TLS") ?? "false";
  if (tls !== "true" && tls !== "false") problems.push("KAFKA_TLS must be true or false");
  const prefix = read("AUDIT_PREFIX") ?? DEFAULT_PREFIX;
  if (!/^[\w.-]{1,100}$/.test(prefix)) problems.push("AUDIT_PREFIX must be letters, digits, dot, dash or underscore");
  const username = read("SCHEMA_REGISTRY_USERNAME");
  const password = read("SCHEMA_REGISTRY_PASSWORD");
  if ((username === undefined) !== (password === undefined))
    problems.push("SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD belong together");
  const sasl = readSasl(read, problems);
  const region = read("AUDIT_REGION") ?? "global";

  if (problems.length > 0) throw new InvalidConfig(problems);
  return {
    kafka: { brokers, tls: tls === "true", sasl },
    registry: { url, username, password },
    prefix,
    region,
    producerId: read("AUDIT_PRODUCER_ID"),
  };
}

function isPlainHttpUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
