/** Container images by version: those that people start (`infra/compose.yaml` names the same) and those of tests. */
export const IMAGES = {
  kafka: "apache/kafka:4.1.0",
  kafkaForTests: "confluentinc/cp-kafka:8.1.0",
  registry: "apicurio/apicurio-registry:3.0.9",
  clickhouse: "clickhouse/clickhouse-server:26.3",
} as const;
