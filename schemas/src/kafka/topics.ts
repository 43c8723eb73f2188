// The topics as they must be created: names, retention, sizes. Replication is the operator's (3 with min.insync.replicas 2 in production).
import type { ITopicConfig } from "kafkajs";
import { deadLetterTopic, eventTopics } from "../catalogue.ts";
import { DEAD_LETTER_RETENTION_MS, TOPIC_RETENTION_MS } from "../limits.ts";

/** A broker's default for a message, 1 MiB and a little. */
const MAX_MESSAGE_BYTES = 1_048_588;

export function topicDefinitions(prefix: string, partitions: number): ITopicConfig[] {
  return [
    // Whatever a producer packs its batches with, the broker packs them anew where it is not this: workers read nothing else.
    ...eventTopics(prefix).map((topic) => definition(topic, partitions, TOPIC_RETENTION_MS, MAX_MESSAGE_BYTES, "zstd")),
    // A dead letter is the original and what is said of it: whatever an event topic took must fit.
    definition(deadLetterTopic(prefix), 1, DEAD_LETTER_RETENTION_MS, 2 * MAX_MESSAGE_BYTES, "producer"),
  ];
}

const definition = (
  topic: string,
  numPartitions: number,
  retentionMs: number,
  maxMessageBytes: number,
  compression: "zstd" | "producer",
): ITopicConfig => ({
  topic,
  numPartitions,
  configEntries: [
    { name: "retention.ms", value: String(retentionMs) },
    { name: "max.message.bytes", value: String(maxMessageBytes) },
    { name: "compression.type", value: compression },
  ],
});
