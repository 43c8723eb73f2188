// The read-back's answer as a question: which events of a record batch are stored already? Offsets say where to look, ids decide: a topic
// that was created anew has the same offsets with other events.
import type { EventStore, StoredRange } from "../ports.ts";
import type { RecordBatch } from "../record.ts";

/** Event ids as text, by offset. */
export type StoredIds = ReadonlyMap<number, string>;

/** Offsets that are asked about at once: record batches may be small, and each query has its price. */
const WINDOW = 4_096;
/** Answers that are kept, each of a partition: half a megabyte. */
const MAX_KEPT = 16;

export interface StoredOffsets {
  /** Undefined where nothing of the batch's offsets is stored: the usual case, told without asking. */
  within(batch: RecordBatch): Promise<StoredIds> | undefined;
}

export function storedOffsets(ranges: readonly StoredRange[], store: Pick<EventStore, "storedIds">): StoredOffsets {
  const byPartition = Map.groupBy(ranges, ({ topic, partition }) => `${topic}/${partition}`);
  for (const list of byPartition.values()) list.sort((a, b) => a.first - b.first);
  /** The oldest answer comes first. */
  const kept = new Map<string, { range: StoredRange; ids: StoredIds }>();

  async function idsIn(key: string, wanted: StoredRange): Promise<StoredIds> {
    const known = kept.get(key);
    if (known !== undefined && known.range.first <= wanted.first && wanted.last <= known.range.last) return known.ids;
    const range = { ...wanted, last: Math.max(wanted.last, wanted.first + WINDOW - 1) };
    const ids = await store.storedIds(range);
    kept.delete(key);
    for (const oldest of kept.keys()) if (kept.size >= MAX_KEPT) kept.delete(oldest);
    kept.set(key, { range, ids });
    return ids;
  }

  return {
    within({ topic, partition, from, baseOffset, nextOffset, isBehind }) {
      const range = { topic, partition, first: Math.max(from, baseOffset), last: nextOffset - 1 };
      // What is below the committed offset was not asked about with the assignment, and may have been stored since by ourselves.
      if (isBehind) return store.storedIds(range);
      const key = `${topic}/${partition}`;
      const list = byPartition.get(key);
      return list !== undefined && overlaps(list, range.first, range.last) ? idsIn(key, range) : undefined;
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
