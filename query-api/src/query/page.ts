// A page: how many entries, in which order, and after which one.
import type { Position } from "./position.ts";

/** By event time, equal times by id. */
export type Order = "newest-first" | "oldest-first";

export interface Page {
  /** Largest number of entries, at least 1. */
  readonly limit: number;
  readonly order: Order;
  /** The last entry of the page before; absent on the first page. */
  readonly after?: Position | undefined;
}
