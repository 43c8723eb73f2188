// A dead-letter topic in memory, for tests: messages as they would lie on Kafka, in the partitions that they are given.
import { deadLetter } from "../adapters/kafka-dead-letters.ts";
import type { FetchedRecord, RefusalReason } from "../record.ts";
import type { TopicMessage } from "./letter.ts";
import type { Bounds, LetterTopic } from "./letter-topic.ts";
import { noteMessage } from "./note.ts";

export class MemoryTopic implements LetterTopic {
  readonly name = "audit.dead-letter";
  readonly messages: TopicMessage[] = [];
  /** Messages that were read: what a command costs. */
  readCount = 0;

  bounds(since = 0): Promise<Bounds[]> {
    const partitions = Map.groupBy(this.messages, ({ partition }) => partition);
    const bounds = [...partitions].map(([partition, messages]) => {
      const from = messages.findIndex(({ timestamp }) => timestamp >= since);
      return { partition, from: from < 0 ? messages.length : from, to: messages.length };
    });
    return Promise.resolve(bounds);
  }

  async *read({ partition, from, to }: Bounds) {
    for (const message of this.messages.filter((one) => one.partition === partition).slice(from, to)) {
      this.readCount += 1;
      yield message;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** As the worker would write it. */
  add(
    record: FetchedRecord,
    reason: RefusalReason,
    { at = record.timestamp, partition = 0, message = "because" } = {},
  ) {
    const schemaId = record.value?.[0] === 0 ? record.value.readInt32BE(1) : undefined;
    const { key, value, headers } = deadLetter({ record, reason, message, schemaId }, "test");
    return this.put(partition, at, key, value, headers);
  }

  /** As a replay would. */
  addNote(partition: number, at: number, offsets: number[]) {
    const { key, value, headers } = noteMessage(partition, offsets);
    return this.put(partition, at, Buffer.from(key), Buffer.from(value), headers);
  }

  /** Returns its offset. */
  put(
    partition: number,
    timestamp: number,
    key: Buffer | null,
    value: Buffer | null,
    headers: TopicMessage["headers"],
  ): number {
    const offset = this.messages.filter((one) => one.partition === partition).length;
    this.messages.push({ partition, offset, timestamp, key, value, headers });
    return offset;
  }
}
