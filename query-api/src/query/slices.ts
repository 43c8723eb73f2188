// A window is cut into slices, each several times as long as the one before: who finds enough in the first reads no further, be it because entries of many scopes are
// not sorted by time among each other, or because each week is a part of the table to be opened.
import { DAY_MS } from "@audit-log/schemas";
import type { Order } from "./page.ts";
import type { Window } from "./window.ts";

/** `first`: milliseconds of the first slice; each following one is so many times `longer`. */
export interface Cut {
  readonly first: number;
  readonly longer: number;
}

/** Where an entry is cheap to look at: a query of its own costs more than most days. 90 days are two slices. */
export const LONG: Cut = { first: 8 * DAY_MS, longer: 12 };

/** Where the entries' texts are read. 90 days are five slices. */
export const SHORT: Cut = { first: DAY_MS / 4, longer: 6 };

/** End to end, in the order in which a page is filled; together the window. */
export function* slices({ start, end }: Window, order: Order, { first, longer }: Cut): Generator<Window> {
  let length = first;
  if (order === "newest-first")
    for (let until = end; until > start; length *= longer) {
      const from = Math.max(start, until - length);
      yield { start: from, end: until };
      until = from;
    }
  else
    for (let from = start; from < end; length *= longer) {
      const until = Math.min(end, from + length);
      yield { start: from, end: until };
      from = until;
    }
}
