// The read-back's answer as a question: is this record's event stored already?
import type { StoredRange } from "../ports.ts";
import type { FetchedRecord } from "../record.ts";

type Spot = Pick<FetchedRecord, "topic" | "partition" | "offset">;

/** Binary search per record; a partition without stored offsets costs one look-up. */
export function skipStored(ranges: readonly StoredRange[]): (record: Spot) => boolean {
  const byPartition = Map.groupBy(ranges, ({ topic, partition }) => `${topic}/${partition}`);
  for (const list of byPartition.values()) list.sort((a, b) => a.first - b.first);
  if (byPartition.size === 0) return () => false;
  return ({ topic, partition, offset }) => {
    const list = byPartition.get(`${topic}/${partition}`);
    return list !== undefined && covers(list, offset);
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
