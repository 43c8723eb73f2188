// An event as one row of audit.events: which column holds what. The worker writes these columns, the query service reads them.
// Absent text is '' and an absent status code 0: no published field may be empty, so nothing is lost and no column is Nullable.
import type { AuditEvent } from "./envelope.ts";
import { detailsOf } from "./envelope.ts";
import { type EntryPart, entryText, ONLY_IN_ENTRY } from "./entry-text.ts";

export const EVENTS_TABLE = "events";

/** What the worker adds to an event, '' where it cannot tell. Nothing of it is ever a reason to refuse one. */
export interface Enrichment {
  /** Of the hierarchy, for events whose producer knew only their scope. */
  organizationId: string;
  folderId: string;
  /** CLIENT_KINDS, of the user agent. */
  clientKind: string;
  /** NETWORK_CLASSES, of the address. */
  networkClass: string;
  /** ISO 3166-1 alpha-2, of the address, where the operator supplies a database. */
  country: string;
  /** Who runs the address's network, where the operator supplies a database. */
  networkOperator: string;
}

/** Of an event of which nothing more is known than it says. */
export const NO_ENRICHMENT: Enrichment = {
  organizationId: "",
  folderId: "",
  clientKind: "",
  networkClass: "",
  country: "",
  networkOperator: "",
};

/** What the worker knows of an event beside the event. */
export interface StoredEvent {
  event: AuditEvent;
  enrichment: Enrichment;
  domain: string;
  /** Milliseconds UTC at which the worker received it. */
  receivedTime: number;
  schemaId: number;
  topic: string;
  partition: number;
  offset: number;
}

/** What an event has, and how its column travels in ClickHouse's Native format. LowCardinality(String): few different texts. */
export type Field =
  | { name: string; type: "UUID"; value: (stored: StoredEvent) => Buffer }
  | { name: string; type: "DateTime64(3, 'UTC')"; value: (stored: StoredEvent) => number }
  | { name: string; type: "Int32" | "UInt32" | "UInt64"; value: (stored: StoredEvent) => number }
  | { name: string; type: "String" | "LowCardinality(String)"; value: (stored: StoredEvent) => string };

/** `Bytes` is a String of ClickHouse's, and no text. */
export type Column = Field | { name: string; type: "Bytes"; value: (stored: StoredEvent) => Buffer };

const text = (name: string, value: (event: AuditEvent) => string | null | undefined): Field => ({
  name,
  type: "String",
  value: ({ event }) => value(event) ?? "",
});

/** One of few. */
const word = (name: string, value: (event: AuditEvent) => string | null | undefined): Field => ({
  name,
  type: "LowCardinality(String)",
  value: ({ event }) => value(event) ?? "",
});

/** What the worker found out: one of few. */
const found = (name: string, value: (enrichment: Enrichment) => string): Field => ({
  name,
  type: "LowCardinality(String)",
  value: ({ enrichment }) => value(enrichment),
});

/** As the producer says, else as the worker knows. */
const organizationOf = ({ event, enrichment }: StoredEvent): string =>
  event.context.organizationId || enrichment.organizationId;

/** The folder of another organization than the one that the producer names would be a contradiction. */
const folderOf = ({ event, enrichment }: StoredEvent): string => {
  const { organizationId, folderId } = event.context;
  return folderId || (!organizationId || organizationId === enrichment.organizationId ? enrichment.folderId : "");
};

/** JSON text of a list or an object; '' where it is empty, which keeps the usual case free of bytes. */
const json = (value: object | null | undefined): string =>
  value === null || value === undefined || Object.keys(value).length === 0 ? "" : JSON.stringify(value);

/** All that is kept of an event, in columns of its own or in `entry`. */
export const storedFields: readonly Field[] = [
  { name: "event_id", type: "UUID", value: ({ event }) => event.id },
  { name: "event_time", type: "DateTime64(3, 'UTC')", value: ({ event }) => event.eventTime },
  { name: "received_time", type: "DateTime64(3, 'UTC')", value: (stored) => stored.receivedTime },
  word("event_name", (event) => event.eventName),
  word("event_version", (event) => event.eventVersion),
  word("event_type", (event) => event.eventType),
  word("category", (event) => event.category),
  word("severity", (event) => event.severity),
  word("visibility", (event) => event.visibility),
  { name: "domain", type: "LowCardinality(String)", value: (stored) => stored.domain },
  word("event_source", (event) => event.eventSource),
  word("region", (event) => event.region),
  word("scope_type", (event) => event.scope.type),
  text("scope_id", (event) => event.scope.id),
  { name: "organization_id", type: "String", value: organizationOf },
  { name: "folder_id", type: "String", value: folderOf },
  text("project_id", (event) => event.context.projectId),
  word("initiator_kind", (event) => event.initiator.kind),
  text("initiator_id", (event) => event.initiator.id),
  text("delegation", (event) => json(event.delegation)),
  text("request_endpoint", (event) => event.request?.endpoint),
  word("request_method", (event) => event.request?.method),
  text("request_headers", (event) => json(event.request?.headers)),
  text("request_parameters", (event) => event.request?.parameters),
  text("request_body", (event) => event.request?.body),
  text("source_ip_address", (event) => event.sourceIpAddress),
  found("network_class", ({ networkClass }) => networkClass),
  found("country", ({ country }) => country),
  found("network_operator", ({ networkOperator }) => networkOperator),
  text("user_agent", (event) => event.userAgent),
  found("client_kind", ({ clientKind }) => clientKind),
  word("resource_type", (event) => event.resource.type),
  text("resource_id", (event) => event.resource.id),
  text("resource_name", (event) => event.resource.name),
  word("outcome", (event) => event.outcome.result),
  { name: "status_code", type: "Int32", value: ({ event }) => event.outcome.statusCode ?? 0 },
  text("status_message", (event) => event.outcome.message),
  text("correlation_id", (event) => event.correlationId),
  text("operation_id", (event) => event.operationId),
  text("traceparent", (event) => event.traceparent),
  text("result", (event) => event.result),
  text("details", (event) => json(detailsOf(event))),
  text("producer_id", (event) => event.producer.id),
  { name: "producer_sequence", type: "UInt64", value: ({ event }) => event.producer.sequence },
  text("truncations", (event) => json(event.truncations)),
  { name: "schema_id", type: "UInt32", value: (stored) => stored.schemaId },
  { name: "kafka_topic", type: "LowCardinality(String)", value: (stored) => stored.topic },
  { name: "kafka_partition", type: "UInt32", value: (stored) => stored.partition },
  { name: "kafka_offset", type: "UInt64", value: (stored) => stored.offset },
];

const onlyInEntry: ReadonlySet<string> = new Set(ONLY_IN_ENTRY);
const valueOfField = new Map(storedFields.map(({ name, value }) => [name, value]));

function partOf(part: EntryPart, stored: StoredEvent): string {
  const value = valueOfField.get(part);
  if (value === undefined) throw new Error(`an event has no ${part}`);
  return String(value(stored));
}

/** The columns that are inserted. */
export const columns: readonly Column[] = [
  ...storedFields.filter(({ name }) => !onlyInEntry.has(name)),
  { name: "entry", type: "Bytes", value: (stored) => entryText((part) => partOf(part, stored)) },
];
