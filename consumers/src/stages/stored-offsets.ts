// The read-back's answer as a question: is the event at this offset stored already?
import type { StoredRange } from "../ports.ts";

export interface StoredOffsets {
  /** Undefined where nothing of the partition is stored above its committed offset: then nobody needs to ask. */
  of(topic: string, partition: number): ((offset: number) => boolean) | undefined;
}

/** Binary search per record. */
export function storedOffsets(ranges: readonly StoredRange[]): StoredOffsets {
  const byPartition = Map.groupBy(ranges, ({ topic, partition }) => `${topic}/${partition}`);
  for (const list of byPartition.values()) list.sort((a, b) => a.first - b.first);
  return {
    of(topic, partition) {
      const list = byPartition.get(`${topic}/${partition}`);
      return list && ((offset) => covers(list, offset));
    },
  };
}

function covers(ranges: readonly StoredRange[], offset: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (offset < range.first) high = middle - 1;
    else if (offset > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
