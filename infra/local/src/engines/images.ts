/** Container images of the tests: the versions of the embedded engines, and of `infra/compose.yaml`. */
export const IMAGES = {
  kafka: "apache/kafka:4.4.0",
  /** The testcontainers module configures this distribution only. */
  kafkaForTests: "confluentinc/cp-kafka:8.0.0",
  registry: "apicurio/apicurio-registry:3.0.9",
  clickhouse: "clickhouse/clickhouse-server:26.7",
} as const;
