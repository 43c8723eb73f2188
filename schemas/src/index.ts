// What two rooms must agree on. DDL is under "@audit-log/schemas/migrations", Kafka under "@audit-log/schemas/kafka". Generated event types are under "@audit-log/schemas/<domain>/<service>".
export * from "./avro-schema.ts";
export * from "./catalogue.ts";
export * from "./codec.ts";
export * from "./enrichment.ts";
export * from "./envelope.ts";
export * from "./ingest-progress.ts";
export * from "./initiators.ts";
export * from "./limits.ts";
export * from "./omitted.ts";
export * from "./places.ts";
export * from "./publish.ts";
export * from "./registry.ts";
export * from "./resolution.ts";
export * from "./row.ts";
export * from "./sentence.ts";
export * from "./uuid.ts";
export * from "./walk.ts";
export { domainSchemas, envelopeSchema } from "./generated/domain-schemas.js";
