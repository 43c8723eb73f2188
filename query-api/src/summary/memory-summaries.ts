// Summaries in memory: the double that tests run on. It counts what a store in memory shows.
import type { EntryRow } from "../query/entry-row.ts";
import { positionOf } from "../query/position.ts";
import type { EntryStore } from "../store/entry-store.ts";
import { summaryOf } from "./count-rows.ts";
import { facetValue } from "./facets.ts";
import { intervals } from "./interval.ts";
import type { FacetCount, Summaries } from "./summary.ts";

const ALL = 1_000_000;

export const memorySummaries = (store: Pick<EntryStore, "entries">): Summaries => ({
  summarize: async (selection, question, signal) => {
    const { rows, next } = await store.entries(selection, { limit: ALL, order: "oldest-first" }, signal);
    if (next !== undefined) throw new Error("more than a double can count");
    const step = intervals[question.interval] * 1000;
    const bucketOf = (row: EntryRow): number => Math.floor(positionOf(row).eventTime / step) * step;
    const histogram = countBy(rows, (row) => [String(bucketOf(row)), row.outcome]);
    return summaryOf(selection.window, question, {
      histogram: histogram.map(({ value: [start, outcome = ""], count }) => ({ start: Number(start), outcome, count })),
      facets: question.facets.map((facet) => countBy(rows, (row) => facetValue(facet, row))),
    });
  },
});

function countBy(rows: readonly EntryRow[], valueOf: (row: EntryRow) => readonly string[]): FacetCount[] {
  const counts = new Map<string, FacetCount>();
  for (const row of rows) {
    const value = valueOf(row);
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
