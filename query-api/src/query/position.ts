// Place of an entry in the order of a list: newest first, equal times by id.
import { isoOf, type EntryRow } from "./entry-row.ts";

export interface Position {
  /** Milliseconds UTC. */
  readonly eventTime: number;
  /** UUID text. */
  readonly id: string;
}

export const positionOf = (row: EntryRow): Position => ({
  eventTime: Date.parse(isoOf(row.event_time)),
  id: row.event_id,
});
