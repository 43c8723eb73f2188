// The insert deduplication token of a block: which events, from which offsets. The same rows give the same token in every
// process, and other rows give another one: ClickHouse silently drops a block whose token it has seen.
import { createHash } from "node:crypto";
import type { StoredEvent } from "@audit-log/schemas";

export function tokenOf(rows: readonly StoredEvent[]): string {
  const hash = createHash("sha256");
  let topic: string | undefined;
  let partition: number | undefined;
  let first = -1;
  let last = -1;
  const close = () => {
    if (topic !== undefined) hash.update(`${topic}/${partition}:${first}-${last};`);
  };
  for (const row of rows) {
    if (row.topic !== topic || row.partition !== partition || row.offset !== last + 1) {
      close();
      ({ topic, partition } = row);
      first = row.offset;
    }
    last = row.offset;
    // A topic that was created anew has the same offsets with other events.
    hash.update(row.event.id);
  }
  close();
  return hash.digest("hex");
}
