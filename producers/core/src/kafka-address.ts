// Where Kafka is and how to get in: the part of the environment that kafkajs needs.

export const SASL_MECHANISMS = ["plain", "scram-sha-256", "scram-sha-512"] as const;

export interface KafkaAddress {
  /** host:port */
  brokers: readonly string[];
  tls: boolean;
  sasl?: { mechanism: (typeof SASL_MECHANISMS)[number]; username: string; password: string } | undefined;
}

/** Undefined where no user is named; adds to `problems` where the three variables do not fit together. */
export function readSasl(read: (name: string) => string | undefined, problems: string[]): KafkaAddress["sasl"] {
  const username = read("KAFKA_SASL_USERNAME");
  const password = read("KAFKA_SASL_PASSWORD");
  const named = read("KAFKA_SASL_MECHANISM");
  if (username === undefined && password === undefined && named === undefined) return undefined;
  const mechanism = SASL_MECHANISMS.find((known) => known === (named ?? "scram-sha-512"));
  if (mechanism === undefined) problems.push(`KAFKA_SASL_MECHANISM must be one of ${SASL_MECHANISMS.join(", ")}`);
  if (username === undefined || password === undefined)
    problems.push("KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD belong together");
  if (mechanism === undefined || username === undefined || password === undefined) return undefined;
  return { mechanism, username, password };
}
