// Port: entries in the order in which they were received, and how far nothing more is to come. ClickHouse is the real one, memory the double;
// both pass store/feed-store.contract.ts.
import type { Arrival, ArrivalPage } from "../query/arrival.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { Selection } from "../query/selection.ts";

export interface ArrivedPage {
  /** In the order of arrival, each event once: a copy of what was received before is not shown again. At most the page's limit. */
  readonly rows: readonly EntryRow[];
  /** Whether entries may follow before the page's `until`. */
  readonly more: boolean;
  /** Where the next page goes on: also where this one is empty. */
  readonly last: Arrival;
}

export interface DomainProgress {
  readonly domain: string;
  /** Milliseconds UTC: what was received before is stored, in each partition that ever had a worker. 0: nothing is promised yet. */
  readonly settledUntil: number;
  /** Milliseconds UTC: since when the oldest record that is not stored waits; 0: none does. */
  readonly waitingSince: number;
}

export interface FeedStore {
  /** Of each domain that ever had a worker. Throws StoreUnavailable. */
  progress(signal: AbortSignal): Promise<readonly DomainProgress[]>;
  /** What was selected, as `EntryStore.entries`. Throws StoreUnavailable. */
  arrived(selection: Selection, page: ArrivalPage, signal: AbortSignal): Promise<ArrivedPage>;
}

/** Of all domains: 0 where no worker ever said anything. An event may come by any topic, whatever its scope. */
export const settledUntilOf = (progress: readonly DomainProgress[]): number =>
  progress.length === 0 ? 0 : Math.min(...progress.map(({ settledUntil }) => settledUntil));
