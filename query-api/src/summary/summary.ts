// Port: how many entries a selection has. ClickHouse is the real one, memory the double; both pass summaries.contract.ts.
import type { Selection } from "../query/selection.ts";
import type { FacetName } from "./facets.ts";
import type { IntervalName } from "./interval.ts";

export interface Question {
  readonly interval: IntervalName;
  /** Each at most once. */
  readonly facets: readonly FacetName[];
}

export interface Summary {
  /** All of the selection. */
  readonly total: number;
  /** Every bucket of the window, in the order of time. */
  readonly buckets: readonly Bucket[];
  /** As they were asked for. */
  readonly facets: readonly Facet[];
}

export interface Bucket {
  /** Milliseconds UTC. */
  readonly start: number;
  readonly total: number;
  /** By value of outcome, those that there are. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** The counts of `values`, `others` and `absent` together are the total. */
export interface Facet {
  readonly name: FacetName;
  /** The MOST_VALUES most frequent, equal counts by value. */
  readonly values: readonly FacetCount[];
  /** Entries that have another value. */
  readonly others: number;
  /** Entries that have none. */
  readonly absent: number;
}

export interface FacetCount {
  /** In the order of facetColumns. */
  readonly value: readonly string[];
  readonly count: number;
}

export const MOST_VALUES = 10;

export interface Summaries {
  /** Each event is counted once, as far as the scope's grant allows, nothing older than 90 days. Throws StoreUnavailable. */
  summarize(selection: Selection, question: Question, signal: AbortSignal): Promise<Summary>;
}
