// Reading by arrival: where a reader is in the order in which events were received, and what is asked from there.
import { DAY_MS, FUTURE_TOLERANCE_MS, RETENTION_MS } from "@audit-log/schemas";
import { isoOf, type EntryRow } from "./entry-row.ts";
import type { Window } from "./window.ts";

/** Place in the order of arrival: by received time, equal times by id. */
export interface Arrival {
  /** Milliseconds UTC. */
  readonly receivedTime: number;
  /** UUID text. */
  readonly id: string;
}

export interface ArrivalPage {
  /** Largest number of entries, at least 1. */
  readonly limit: number;
  /** Entries behind it only. */
  readonly after: Arrival;
  /** Milliseconds UTC: entries received before it only. Whoever asks has made sure that nothing more is to come there. */
  readonly until: number;
}

/** Before every event's: UUIDs of events have a version. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** What was received at this moment is behind it. */
export const arrivalAt = (receivedTime: number): Arrival => ({ receivedTime, id: FIRST_ID });

export const arrivalOf = (row: Pick<EntryRow, "event_id" | "received_time">): Arrival => ({
  receivedTime: Date.parse(isoOf(row.received_time)),
  id: row.event_id,
});

/** Event times of whatever may arrive: late events are as old as retention lets them be, and clocks of producers may be ahead. */
export const anyEventTime = (now: number): Window => ({
  start: now - RETENTION_MS - DAY_MS,
  end: now + FUTURE_TOLERANCE_MS + DAY_MS,
});
