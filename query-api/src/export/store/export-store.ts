// Port: where downloads come from. ClickHouse is the real one, memory the double; both pass export-store.contract.ts.
import type { Order } from "../../query/page.ts";
import type { Position } from "../../query/position.ts";
import type { Selection } from "../../query/selection.ts";

/** Place of an entry in a download: the week of its time, then its scope, time and id. */
export interface ExportPosition extends Position {
  readonly scopeId: string;
}

export interface ExportStore {
  /**
   * What was selected, as rows on the wire (../wire), in pieces of any length: week by week, in each scope by scope, in each by time and id; all of it backwards
   * where the order is newest-first. Copies of an event are side by side. Whoever does not take the next piece keeps the query waiting; whoever leaves ends it.
   * It ends by itself only where all was sent. Throws StoreUnavailable.
   */
  rows(
    selection: Selection,
    order: Order,
    after: ExportPosition | undefined,
    signal: AbortSignal,
  ): AsyncIterable<Buffer>;
  /** The same as one Parquet file, each event once, in no particular order. Whether it is whole its end tells (formats/parquet-rows.ts). Throws StoreUnavailable. */
  parquet(selection: Selection, signal: AbortSignal): AsyncIterable<Buffer>;
}
