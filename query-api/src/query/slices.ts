// Where a selection spans many scopes their events are not sorted by time among each other, so whoever wants the newest reads all. The window
// is therefore cut into slices, each several times as long as the one before: who finds enough in the first reads no further.
import { DAY_MS } from "@audit-log/schemas";
import type { Order } from "./page.ts";
import type { Window } from "./window.ts";

const FIRST_MS = DAY_MS / 4;
const LONGER = 6;

/** End to end, in the order in which a page is filled; together the window. */
export function* slices({ start, end }: Window, order: Order): Generator<Window> {
  let length = FIRST_MS;
  if (order === "newest-first")
    for (let until = end; until > start; length *= LONGER) {
      const from = Math.max(start, until - length);
      yield { start: from, end: until };
      until = from;
    }
  else
    for (let from = start; from < end; length *= LONGER) {
      const until = Math.min(end, from + length);
      yield { start: from, end: until };
      from = until;
    }
}
