// Port: where entries are kept. ClickHouse is the real one, memory the double; both pass store/entry-store.contract.ts.
import type { EntryRow } from "../query/entry-row.ts";
import type { Position } from "../query/position.ts";
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";

export interface StoredPage {
  /** In the page's order, each event once; at most the page's limit, fewer where events were stored twice or are large, or where looking for them takes long. */
  readonly rows: readonly EntryRow[];
  /** What the next page comes after; undefined where nothing follows. */
  readonly next: Position | undefined;
}

export interface EntryStore {
  /** What was selected, as far as the scope's grant allows, nothing older than 90 days. Throws StoreUnavailable. */
  entries(selection: Selection, page: Page, signal: AbortSignal): Promise<StoredPage>;
  /** Throws StoreUnavailable where it does not answer. */
  ping(): Promise<void>;
}

/** The store is away, too slow or overloaded: the same request may succeed later. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}
