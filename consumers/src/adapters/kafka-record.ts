// kafkajs's batch → our records. Offsets are strings there because they are 64 bits wide; none will ever pass 2^53.
import type { Batch, KafkaMessage } from "kafkajs";
import type { Fetched, FetchedRecord } from "../record.ts";

export function toFetched(batch: Batch): Fetched {
  const { topic, partition, messages } = batch;
  const records = messages.map((message) => toRecord(topic, partition, message));
  return { topic, partition, records, nextOffset: Number(batch.lastOffset()) + 1 };
}

/** The offset that was asked for: kafkajs keeps it on the batch without saying so in its types. */
export function fetchedFrom(batch: Batch): number {
  if (!("fetchedOffset" in batch)) throw new Error("kafkajs no longer says from where a batch was fetched");
  return Number(batch.fetchedOffset);
}

function toRecord(topic: string, partition: number, message: KafkaMessage): FetchedRecord {
  const { offset, timestamp, key, value, headers } = message;
  return { topic, partition, offset: Number(offset), timestamp: Number(timestamp), key, value, headers: headers ?? {} };
}
