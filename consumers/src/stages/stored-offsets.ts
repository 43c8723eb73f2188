// The read-back's answer as a question: which events of a record batch are stored already? Offsets say where to look, ids decide: a topic
// that was created anew has the same offsets with other events.
import type { EventStore, StoredRange } from "../ports.ts";
import type { RecordBatch } from "../record.ts";

/** Event ids as text, by offset. */
export type StoredIds = ReadonlyMap<number, string>;

export interface StoredOffsets {
  /** Undefined where nothing of the batch's offsets is stored: the usual case, told without asking. */
  within(batch: RecordBatch): Promise<StoredIds> | undefined;
}

export function storedOffsets(ranges: readonly StoredRange[], store: Pick<EventStore, "storedIds">): StoredOffsets {
  const byPartition = Map.groupBy(ranges, ({ topic, partition }) => `${topic}/${partition}`);
  for (const list of byPartition.values()) list.sort((a, b) => a.first - b.first);
  return {
    within({ topic, partition, from, baseOffset, nextOffset, isBehind }) {
      const first = Math.max(from, baseOffset);
      const last = nextOffset - 1;
      const list = byPartition.get(`${topic}/${partition}`);
      // What is below the committed offset was not asked about with the assignment.
      if (!isBehind && (list === undefined || !overlaps(list, first, last))) return undefined;
      return store.storedIds({ topic, partition, first, last });
    },
  };
}

/** Ranges do not overlap one another: the last that begins at or before `last` reaches furthest. */
function overlaps(ranges: readonly StoredRange[], first: number, last: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.first ?? Infinity) <= last) low = middle + 1;
    else high = middle;
  }
  const candidate = ranges[low - 1];
  return candidate !== undefined && candidate.last >= first;
}
