// The kafkajs client as the SDK needs it: its log goes to the service's logger, its batches are zstd, its own retries are few
// because the delivery loop has better ones.
import kafkajs, { type ISocketFactory, type Kafka, type LogEntry } from "kafkajs";
import { connectionOptions, type KafkaAddress, prepareKafkajs, socketsBy } from "@audit-log/schemas/kafka";
import type { Logger } from "./logger.ts";

/** A CommonJS module, whose names Node does not see. */
const { logLevel } = kafkajs;

export interface KafkaClientOptions {
  address: KafkaAddress;
  clientId: string;
  logger?: Logger | undefined;
  /** How long an answer may take before it is unknown, milliseconds. */
  requestTimeoutMs?: number | undefined;
  /** How a connection is made, e.g. through a SOCKS proxy. Default: directly. */
  socketFactory?: ISocketFactory | undefined;
}

export function kafkaClient({
  address,
  clientId,
  logger,
  socketFactory,
  requestTimeoutMs = 15_000,
}: KafkaClientOptions): Kafka {
  prepareKafkajs();
  return new kafkajs.Kafka({
    clientId,
    ...connectionOptions(address),
    socketFactory: socketsBy(socketFactory),
    connectionTimeout: 3_000,
    requestTimeout: requestTimeoutMs,
    retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 500 },
    logLevel: logger === undefined ? logLevel.NOTHING : logLevel.INFO,
    logCreator: () => (entry) => logger?.[method(entry)]({ kafkajs: entry.namespace, ...entry.log }, entry.log.message),
  });
}

/** The delivery loop tells of every failure itself; kafkajs calls each attempt an error. */
function method(entry: LogEntry): keyof Logger {
  return entry.level === logLevel.ERROR || entry.level === logLevel.WARN ? "warn" : "debug";
}
