// The insert deduplication token of a block: which events, from which offsets. The same rows give the same token in every process, and
// other rows give another one: ClickHouse silently drops a block whose token it has seen.
import { createHash } from "node:crypto";
import type { EventBlock } from "./event-block.ts";

/** A topic that was created anew has the same offsets with other events: the ids tell them apart. */
const IDENTITY = ["kafka_topic", "kafka_partition", "kafka_offset", "event_id"];

export function tokenOf({ columns }: EventBlock): string {
  const hash = createHash("sha256");
  for (const name of IDENTITY) for (const part of columns.get(name)?.parts() ?? []) hash.update(part);
  return hash.digest("hex");
}
