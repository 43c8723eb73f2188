// What was replayed is remembered in the dead-letter topic itself: a note behind the letters, in their partition, names their offsets. It is
// written when Kafka has acknowledged the replayed records, lives as long as the letters do, and needs no other store.
import { headerText, type TopicMessage } from "./letter.ts";

/** Both inclusive. */
export type OffsetRange = readonly [first: number, last: number];

export interface Note {
  /** When it was replayed, milliseconds UTC. */
  at: number;
  /** Of letters in the note's own partition. */
  replayed: readonly OffsetRange[];
}

const HEADER = "audit-note";
const REPLAYED = "replayed";

/** A message for the partition of these letters. `offsets`: ascending. */
export function noteMessage(partition: number, offsets: readonly number[]) {
  return {
    partition,
    key: REPLAYED,
    value: JSON.stringify({ [REPLAYED]: rangesOf(offsets) }),
    headers: { [HEADER]: REPLAYED },
  };
}

/** Undefined where the message is no note. A note that cannot be read is one that names nothing: its letters count as not replayed. */
export function noteOf({ headers, value, timestamp }: TopicMessage): Note | undefined {
  if (headerText(headers, HEADER) === undefined) return undefined;
  return { at: timestamp, replayed: readRanges(value?.toString() ?? "") };
}

function readRanges(text: string): OffsetRange[] {
  try {
    const said: unknown = JSON.parse(text);
    const ranges: unknown = typeof said === "object" && said !== null ? Reflect.get(said, REPLAYED) : undefined;
    return Array.isArray(ranges) ? ranges.filter(isRange) : [];
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

const isRange = (value: unknown): value is OffsetRange =>
  Array.isArray(value) && value.length === 2 && value.every((offset) => Number.isSafeInteger(offset));

/** Ascending offsets → the ranges that they form. */
export function rangesOf(offsets: Iterable<number>): OffsetRange[] {
  const ranges: [number, number][] = [];
  for (const offset of offsets) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === offset - 1) last[1] = offset;
    else ranges.push([offset, offset]);
  }
  return ranges;
}

/** When each letter from `from` up to and without `to` was last replayed. */
export function replayTimes(notes: readonly Note[], from: number, to: number): Map<number, number> {
  const times = new Map<number, number>();
  for (const { at, replayed } of notes) {
    for (const [first, last] of replayed) {
      for (let offset = Math.max(first, from); offset <= Math.min(last, to - 1); offset++) {
        times.set(offset, Math.max(at, times.get(offset) ?? 0));
      }
    }
  }
  return times;
}
