// From what was counted to the answer.
import type { Window } from "../query/window.ts";
import { bucketStarts } from "./interval.ts";
import { MOST_VALUES, type Bucket, type FacetCount, type Question, type Summary } from "./summary.ts";

/** What a store counted: of the histogram, and of each facet at least its MOST_VALUES largest and what is absent (all values ''). */
export interface Counted {
  /** Milliseconds UTC of the bucket's start. */
  readonly histogram: readonly { readonly start: number; readonly outcome: string; readonly count: number }[];
  /** One per facet that was asked for. */
  readonly facets: readonly (readonly FacetCount[])[];
}

export function summaryOf(window: Window, { interval, facets }: Question, counted: Counted): Summary {
  const outcomesOf = new Map<number, Record<string, number>>();
  for (const { start, outcome, count } of counted.histogram)
    outcomesOf.set(start, { ...outcomesOf.get(start), [outcome]: count });
  const buckets = bucketStarts(window, interval).map((start): Bucket => {
    const outcomes = outcomesOf.get(start) ?? {};
    return { start, total: sum(Object.values(outcomes)), outcomes };
  });
  const total = sum(buckets.map((bucket) => bucket.total));
  return {
    total,
    buckets,
    facets: facets.map((name, index) => {
      const counts = counted.facets[index] ?? [];
      const absent = sum(counts.filter(isAbsent).map(({ count }) => count));
      const values = counts
        .filter((one) => !isAbsent(one))
        .toSorted(byCount)
        .slice(0, MOST_VALUES);
      return { name, values, absent, others: total - absent - sum(values.map(({ count }) => count)) };
    }),
  };
}

const isAbsent = ({ value }: FacetCount): boolean => value.every((part) => part === "");

/** The most first, equal counts by value as ClickHouse compares texts: by their bytes. */
const byCount = (left: FacetCount, right: FacetCount): number =>
  right.count - left.count || Buffer.compare(Buffer.from(left.value.join("\0")), Buffer.from(right.value.join("\0")));

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
