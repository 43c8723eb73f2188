// Dead letters on Kafka: the original bytes, key and headers, and beside them where the record was and why it was refused.
import { deadLetterTopic } from "@audit-log/schemas";
import kafkajs, { type Producer } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";
import type { DeadLetters } from "../ports.ts";
import type { FetchedRecord, Refused } from "../record.ts";
import { untilItWorks } from "../retry.ts";

/** A record that fitted into its topic only because it was compressed must fit into the dead letters, too. */
const { CompressionTypes } = kafkajs;

const ALL_REPLICAS = -1;
/** What is said of a record, in headers. */
const RECORD_OVERHEAD_BYTES = 512;
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

export function deadLetter({ record, unit, reason, message, schemaId }: Refused, version: string) {
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
      ...(unit === undefined ? {} : { "audit-unit": unit }),
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

/** Bytes of a record in the dead letters, roughly. */
function sizeOf({ key, value, headers }: FetchedRecord): number {
  let bytes = RECORD_OVERHEAD_BYTES + (key?.length ?? 0) + (value?.length ?? 0);
  for (const [name, values] of Object.entries(headers)) {
    for (const one of Array.isArray(values) ? values : [values]) bytes += name.length + (one?.length ?? 0);
  }
  return bytes;
}
