// A dead letter as it lies on Kafka: the original record's key, value and headers, and beside them, in headers of ours, where the
// record was and why it was refused (written by adapters/kafka-dead-letters.ts).
import type { IHeaders } from "kafkajs";
import { HEADER_BYTES, readWireHeader, uuidText } from "@audit-log/schemas";

/** What is read of a Kafka message here. */
export interface TopicMessage {
  /** Of the dead-letter topic. */
  partition: number;
  offset: number;
  /** Milliseconds UTC. */
  timestamp: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
}

/** Where a letter lies in the dead-letter topic; written `partition@offset`. */
export interface Position {
  partition: number;
  offset: number;
}

export interface Letter {
  position: Position;
  /** When it was dead-lettered, milliseconds UTC. */
  at: number;
  reason: string;
  message: string;
  /** Where the record was; undefined where the letter does not say so, that is, where no worker of ours wrote it. */
  origin: { topic: string; partition: number; offset: number; timestamp: number } | undefined;
  schemaId: number | undefined;
  workerVersion: string | undefined;
  /** A whole batch as Kafka stored it, which could not be unpacked: no single record to replay. */
  isBatch: boolean;
  /** Position of the letter whose replay came back as this one. */
  replayOf: string | undefined;
  key: Buffer | null;
  value: Buffer | null;
  /** The original's own. */
  headers: IHeaders;
}

/** Headers of ours; a replayed record does not carry a letter's on. */
const OURS = "audit-";
export const REPLAY_OF = `${OURS}replay-of`;
export const NO_REASON = "(no reason given)";

export function letterOf({ partition, offset, timestamp, key, value, headers }: TopicMessage): Letter {
  const said = (name: string) => headerText(headers, OURS + name);
  const topic = said("topic");
  return {
    position: { partition, offset },
    at: timestamp,
    reason: said("reason") ?? NO_REASON,
    message: said("message") ?? "",
    origin: topic === undefined ? undefined : { topic, ...numbers(said) },
    schemaId: wholeNumber(said("schema-id")),
    workerVersion: said("worker-version"),
    isBatch: said("unit") === "record-batch",
    replayOf: said("replay-of"),
    key,
    value,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(OURS))),
  };
}

const numbers = (said: (name: string) => string | undefined) => ({
  partition: wholeNumber(said("partition")) ?? -1,
  offset: wholeNumber(said("offset")) ?? -1,
  timestamp: wholeNumber(said("timestamp")) ?? 0,
});

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;

/** The first value where a name was given more than once. */
export function headerText(headers: IHeaders, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
}

export const positionText = ({ partition, offset }: Position): string => `${partition}@${offset}`;

/** topic/partition@offset of the original record. */
export const originText = ({ origin }: Letter): string =>
  origin === undefined ? "unknown" : `${origin.topic}/${origin.partition}@${origin.offset}`;

export const sizeOf = ({ value }: Letter): number => value?.length ?? 0;

const ID_BYTES = 16;

/**
 * The event's id, also where its schema is unknown or its end is missing: the envelope begins with it, and an id of ours (UUIDv7) is
 * recognized by its version and variant.
 */
export function eventIdOf({ value, isBatch }: Letter): string | undefined {
  const header = readWireHeader(value);
  if (isBatch || value === null || "refused" in header || header.body.length < ID_BYTES) return undefined;
  const id = value.subarray(HEADER_BYTES, HEADER_BYTES + ID_BYTES);
  return (id[6] ?? 0) >> 4 === 7 && (id[8] ?? 0) >> 6 === 2 ? uuidText(id) : undefined;
}
