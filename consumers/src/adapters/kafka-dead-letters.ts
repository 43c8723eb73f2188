// Dead letters on Kafka: the original bytes, key and headers, and beside them where the record was and why it was refused.
import { deadLetterTopic } from "@audit-log/schemas";
import kafkajs, { type Producer } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";
import type { DeadLetters } from "../ports.ts";
import { sizeOf, type Refused } from "../record.ts";
import { untilItWorks } from "../retry.ts";

/** A record that fitted into its topic only because it was compressed must fit into the dead letters, too. */
const { CompressionTypes } = kafkajs;

const ALL_REPLICAS = -1;
/** Kafka's default limit of a message is 1 MiB; a batch of these stays below what a broker takes at once. */
const MAX_BATCH_BYTES = 512 * 1024;

export function createKafkaDeadLetters(
  producer: Producer,
  { prefix, version }: { prefix: string; version: string },
  observer: Pick<WorkerObserver, "retrying">,
): DeadLetters {
  return {
    async send(refused) {
      for (const part of parts(refused)) {
        const messages = part.map((one) => deadLetter(one, version));
        await untilItWorks({
          work: () =>
            producer.send({
              topic: deadLetterTopic(prefix),
              acks: ALL_REPLICAS,
              compression: CompressionTypes.ZSTD,
              messages,
            }),
          verdict: () => "retry",
          onRetry: (cause, waitMs) => observer.retrying("kafka", cause, waitMs),
        });
      }
    },
  };
}

export function deadLetter({ record, reason, message, schemaId }: Refused, version: string) {
  return {
    key: record.key,
    value: record.value,
    headers: {
      ...record.headers,
      "audit-reason": reason,
      "audit-message": message,
      "audit-topic": record.topic,
      "audit-partition": String(record.partition),
      "audit-offset": String(record.offset),
      "audit-timestamp": String(record.timestamp),
      "audit-worker-version": version,
      ...(schemaId === undefined ? {} : { "audit-schema-id": String(schemaId) }),
    },
  };
}

function* parts(refused: readonly Refused[]): Generator<Refused[]> {
  let part: Refused[] = [];
  let bytes = 0;
  for (const one of refused) {
    const size = sizeOf(one.record);
    if (part.length > 0 && bytes + size > MAX_BATCH_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(one);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
