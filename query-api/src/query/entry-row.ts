// The columns of audit.events that an entry is made of (schemas/src/row.ts has the full list), and a row of them.
import type { Initiator } from "../emails/emails.ts";

/** Every value as text: '' means absent, and so does "0" as status code. Also the template a row is copied from. */
export const emptyRow = {
  event_id: "",
  event_time: "",
  received_time: "",
  event_name: "",
  event_version: "",
  event_type: "",
  category: "",
  severity: "",
  visibility: "",
  domain: "",
  event_source: "",
  region: "",
  scope_type: "",
  scope_id: "",
  organization_id: "",
  folder_id: "",
  project_id: "",
  initiator_kind: "",
  initiator_id: "",
  delegation: "",
  request_endpoint: "",
  request_method: "",
  request_headers: "",
  request_parameters: "",
  request_body: "",
  source_ip_address: "",
  network_class: "",
  country: "",
  network_operator: "",
  user_agent: "",
  client_kind: "",
  resource_type: "",
  resource_id: "",
  resource_name: "",
  outcome: "",
  status_code: "0",
  status_message: "",
  correlation_id: "",
  operation_id: "",
  traceparent: "",
  result: "",
  details: "",
  producer_id: "",
  producer_sequence: "0",
  truncations: "",
};

/** `event_time` and `received_time` as ClickHouse writes them: `YYYY-MM-DD hh:mm:ss.mmm`, UTC. */
export type EntryRow = Readonly<typeof emptyRow>;

export type EntryColumn = keyof EntryRow;

export const entryColumns = Object.keys(emptyRow) as readonly EntryColumn[];

export const initiatorOf = (row: EntryRow): Initiator => ({ kind: row.initiator_kind, id: row.initiator_id });

/** `2026-03-21 08:10:14.422` as ISO 8601. */
export const isoOf = (stored: string): string => `${stored.slice(0, 10)}T${stored.slice(11)}Z`;

/** Milliseconds UTC as the text that ClickHouse reads as DateTime64(3, 'UTC'). */
export const storedTimeOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "");
