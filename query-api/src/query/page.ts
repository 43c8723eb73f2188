// A page: how many entries, and after which one.

import type { Position } from "./position.ts";

export interface Page {
  /** Largest number of entries, at least 1. */
  readonly limit: number;
  /** The last entry of the page before; absent on the first page. */
  readonly after?: Position | undefined;
}
