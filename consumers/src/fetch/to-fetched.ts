// kafkajs's batch → our record batches. Offsets are strings there because they are 64 bits wide; none will ever pass 2^53.
import type { Batch, KafkaMessage } from "kafkajs";
import type { Fetched } from "../record.ts";
import type { BatchMessage } from "./fetch-response.ts";
import { unpack } from "./unpack.ts";

export function toFetched(batch: Batch): Fetched {
  const { topic, partition } = batch;
  const from = fetchedFrom(batch);
  const batches = batch.messages.map((message) => unpack(topic, partition, from, wholeBatch(message)));
  return { topic, partition, batches, nextOffset: Number(batch.lastOffset()) + 1 };
}

/** The offset that was asked for: kafkajs keeps it on the batch without saying so in its types. */
export function fetchedFrom(batch: Batch): number {
  if (!("fetchedOffset" in batch)) throw new Error("kafkajs no longer says from where a batch was fetched");
  return Number(batch.fetchedOffset);
}

function wholeBatch(message: KafkaMessage | BatchMessage): BatchMessage {
  if (!("stored" in message)) throw new Error("kafkajs took a record batch apart: keepBatchesWhole() was not called");
  return message;
}
