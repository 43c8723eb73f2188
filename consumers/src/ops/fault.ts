// What went wrong, as a sentence for whoever typed the command; undefined for a bug of ours, which comes with its stack.
import { RegistryAway } from "@audit-log/schemas";
import { InvalidEnvironment } from "@audit-log/schemas/environment";
import kafkajs from "kafkajs";
import { UnreadableTopic } from "../dead-letters/plain-fetch.ts";
import { TableFault } from "../initiators/clickhouse-table.ts";
import { UsageError } from "./usage-error.ts";

const { KafkaJSError, KafkaJSProtocolError } = kafkajs;

export function sentenceOf(cause: unknown): string | undefined {
  if (cause instanceof UsageError) return `${cause.message}\naudit-ops --help says how it is used`;
  if (cause instanceof InvalidEnvironment) return cause.message;
  if (cause instanceof RegistryAway)
    return `the schema registry does not answer, so nothing was done: ${cause.message}`;
  if (cause instanceof UnreadableTopic || cause instanceof TableFault) return cause.message;
  if (cause instanceof KafkaJSProtocolError && cause.type === "UNKNOWN_TOPIC_OR_PARTITION")
    return "Kafka has no dead letters under this name: AUDIT_PREFIX says what the topics begin with";
  if (cause instanceof KafkaJSError) return `Kafka: ${cause.message}`;
  if (!(cause instanceof Error)) return undefined;
  if ("code" in cause && cause.code === "EEXIST") return `the file is there already and was not overwritten`;
  return cause.cause instanceof KafkaJSError ? cause.message : undefined;
}
