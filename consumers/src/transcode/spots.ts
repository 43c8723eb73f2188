// Where the events of a block come from, and who they are: for asking, after an answer that never came, whether they are stored.
import { uuidText } from "@audit-log/schemas";
import type { EventBlock } from "./event-block.ts";

export interface Spot {
  topic: string;
  partition: number;
  offset: number;
  /** The event's id as text. */
  id: string;
}

/** One per row of a block that is still as it was filled. */
export function spotsOf(block: EventBlock): Spot[] {
  const topics = block.words("kafka_topic");
  const [partitions, offsets, ids] = ["kafka_partition", "kafka_offset", "event_id"].map((name) => block.bytes(name));
  if (partitions === undefined || offsets === undefined || ids === undefined) throw new Error("a column is missing");
  return topics.map((topic, row) => ({
    topic,
    partition: partitions.readUInt32LE(row * 4),
    offset: Number(offsets.readBigUInt64LE(row * 8)),
    id: idAt(ids, row * 16),
  }));
}

/** From ClickHouse's two little-endian halves. */
function idAt(ids: Buffer, at: number): string {
  const id = Buffer.alloc(16);
  id.writeBigUInt64BE(ids.readBigUInt64LE(at), 0);
  id.writeBigUInt64BE(ids.readBigUInt64LE(at + 8), 8);
  return uuidText(id);
}
