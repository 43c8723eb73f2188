// Place of an entry in the order of a list: newest first, equal times by id.
import type { Order } from "./page.ts";
import type { Window } from "./window.ts";
import { isoOf, type EntryRow } from "./entry-row.ts";

export interface Position {
  /** Milliseconds UTC. */
  readonly eventTime: number;
  /** UUID text. */
  readonly id: string;
}

const LEAST = "00000000-0000-0000-0000-000000000000";
const LARGEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Behind all that lies in the window, whether anything does or not. */
export const behind = ({ start, end }: Window, order: Order): Position =>
  order === "newest-first" ? { eventTime: start, id: LEAST } : { eventTime: end - 1, id: LARGEST };

/** What is left of the `whole` once this piece of it was looked into: undefined where it was the last. */
export const leftBehind = (piece: Window, whole: Window, order: Order): Position | undefined =>
  (order === "newest-first" ? piece.start <= whole.start : piece.end >= whole.end) ? undefined : behind(piece, order);

export const positionOf = (row: EntryRow): Position => ({
  eventTime: Date.parse(isoOf(row.event_time)),
  id: row.event_id,
});
