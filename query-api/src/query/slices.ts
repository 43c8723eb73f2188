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

/** Where the entries' texts are read. 90 days are three slices where there is little in them, which is mostly planning. */
export const SHORT: Cut = { first: DAY_MS / 4, longer: 24 };

/** What a slice should take at most, as far as the time of the one before it tells. */
const PROMISED_MS = 1_500;

/**
 * End to end, in the order in which a page is filled; together the window. Whoever takes the next one is done with the one before: where that took
 * long by the clock `now` (milliseconds, never set back), the next is shorter. Without a clock each is as long as the cut says.
 */
export function* slices(
  { start, end }: Window,
  order: Order,
  { first, longer }: Cut,
  now: () => number = () => 0,
): Generator<Window> {
  let [left, length] = [end - start, first];
  while (left > 0) {
    const size = Math.min(left, Math.max(1, Math.round(length)));
    const began = now();
    yield order === "newest-first"
      ? { start: start + left - size, end: start + left }
      : { start: end - left, end: end - left + size };
    length = size * Math.min(longer, PROMISED_MS / Math.max(1, now() - began));
    left -= size;
  }
}
