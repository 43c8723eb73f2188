// The dead-letter topic as this program needs it: where its partitions begin and end, and messages by offset.
import { deadLetterTopic } from "@audit-log/schemas";
import type { Kafka, KafkaMessage } from "kafkajs";
import type { TopicMessage } from "./letter.ts";
import { openPlainReader } from "./plain-fetch.ts";

/** Offsets from `from` up to and without `to`. */
export interface Bounds {
  partition: number;
  from: number;
  to: number;
}

export interface LetterTopic {
  readonly name: string;
  /** What is in the topic now; with `since` (milliseconds UTC) without what was written before. */
  bounds(since?: number): Promise<Bounds[]>;
  /** Ascending. */
  read(bounds: Bounds): AsyncIterable<TopicMessage>;
  close(): Promise<void>;
}

export async function openLetterTopic(kafka: Kafka, prefix: string): Promise<LetterTopic> {
  const name = deadLetterTopic(prefix);
  const reader = await openPlainReader(kafka, name);
  return {
    name,
    async bounds(since) {
      const [first, end] = [await reader.offsets("first"), await reader.offsets("end")];
      const start = since === undefined ? first : await reader.offsets({ since });
      return [...end].map(([partition, to]) => ({ partition, from: start.get(partition) ?? to, to }));
    },
    async *read({ partition, from, to }) {
      for await (const message of reader.read(partition, from, to)) yield topicMessage(partition, message);
    },
    close: () => reader.close(),
  };
}

const topicMessage = (partition: number, { offset, timestamp, key, value, headers }: KafkaMessage): TopicMessage => ({
  partition,
  offset: Number(offset),
  timestamp: Number(timestamp),
  key,
  value,
  headers: headers ?? {},
});
