// kafkajs set up once: codecs with a bound on what they unpack, and its log lines through pino.
import { connectionOptions, prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs, { type Kafka, type LogEntry } from "kafkajs";
import type { Logger } from "pino";
import type { WorkerConfig } from "./config.ts";

const { Kafka: KafkaClient, logLevel } = kafkajs;

export function connectKafka({ kafka }: Pick<WorkerConfig, "kafka">, logger: Logger, clientId = "audit-worker"): Kafka {
  prepareKafkajs();
  return new KafkaClient({
    clientId,
    ...connectionOptions(kafka),
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => logger[levelOf(entry)]({ component: "kafkajs", ...entry.log, msg: entry.log.message }),
  });
}

function levelOf({ level }: LogEntry): "error" | "warn" | "info" | "debug" {
  if (level === logLevel.ERROR) return "error";
  if (level === logLevel.WARN) return "warn";
  return level === logLevel.INFO ? "info" : "debug";
}
