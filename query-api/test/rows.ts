// Rows for tests: the example row, varied.
import { emptyRow, storedTimeOf, type EntryRow } from "../src/query/entry-row.ts";
import { exampleRow } from "../src/entries/example-row.ts";

export const PROJECT = exampleRow.scope_id;
export const FOLDER = exampleRow.folder_id;
export const ORGANIZATION = exampleRow.organization_id;
export const OTHER_PROJECT = "99999999-3c1f-4d57-9a39-2f0d1f6c7a99";

/** A UUIDv7-shaped id that is different for each number below 2^32. */
export const idOf = (number: number): string => `019cff5a-1d3a-7b6e-8f21-0000${number.toString(16).padStart(8, "0")}`;

/** `time`: milliseconds UTC. */
export const rowAt = (time: number, id: string, overrides: Partial<EntryRow> = {}): EntryRow => ({
  ...exampleRow,
  event_id: id,
  event_time: storedTimeOf(time),
  received_time: storedTimeOf(time + 500),
  ...overrides,
});

/** The least that an event has: one of the platform's own tasks. */
export const bareRow: EntryRow = {
  ...emptyRow,
  event_id: idOf(0xbabe),
  event_time: "2026-03-21 08:10:01.008",
  received_time: "2026-03-21 08:10:01.690",
  event_name: "newer.thing.happen",
  event_version: "1.0",
  event_type: "SYSTEM_EVENT",
  category: "ADMINISTRATIVE",
  severity: "ERROR",
  visibility: "PUBLIC",
  domain: "compute",
  event_source: "ske",
  region: "eu01",
  scope_type: "PROJECT",
  scope_id: PROJECT,
  initiator_kind: "SYSTEM",
  initiator_id: "ske",
  resource_type: "cluster",
  resource_id: "prod-1",
  outcome: "FAILURE",
  producer_id: "ske-5d4c-2",
  producer_sequence: "12",
};
