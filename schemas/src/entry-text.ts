// An entry as one text: the column `entry` (clickhouse/migrations/0012_entry_text.sql), which is all that a page or a download reads beside the keys.
// Between two parts stands a byte that no text in UTF-8 has, so nothing is escaped and no part can pass for two.

/** Parts that full-text search looks through: first. */
export const SEARCHED_PARTS = [
  "event_name",
  "resource_type",
  "resource_id",
  "resource_name",
  "initiator_id",
  "request_endpoint",
  "request_parameters",
  "request_body",
  "details",
  "result",
  "status_message",
] as const;

/** Behind them a part of one byte, BOUNDARY, and then these. */
export const OTHER_PARTS = [
  "event_version",
  "event_type",
  "category",
  "severity",
  "visibility",
  "domain",
  "event_source",
  "region",
  "scope_type",
  "project_id",
  "initiator_kind",
  "delegation",
  "request_method",
  "request_headers",
  "source_ip_address",
  "network_class",
  "country",
  "network_operator",
  "user_agent",
  "client_kind",
  "outcome",
  "status_code",
  "correlation_id",
  "operation_id",
  "traceparent",
  "producer_id",
  "producer_sequence",
  "truncations",
] as const;

export type EntryPart = (typeof SEARCHED_PARTS)[number] | (typeof OTHER_PARTS)[number];

/** Without the boundary. */
export const ENTRY_PARTS: readonly EntryPart[] = [...SEARCHED_PARTS, ...OTHER_PARTS];

/** Parts that have no column of their own to be filtered or counted by: SQL sees them as ALIAS columns. */
export const ONLY_IN_ENTRY = [
  "delegation",
  "request_endpoint",
  "request_headers",
  "request_parameters",
  "request_body",
  "status_message",
  "traceparent",
  "result",
  "details",
  "truncations",
] as const satisfies readonly EntryPart[];

export const SEPARATOR = 0xff;
export const BOUNDARY = 0xfe;

/** Values that together are one entry, in the order of ENTRY_PARTS, for who writes JSON, which cannot have these bytes: the column `entry_parts`. */
export const entryParts = (valueOf: (part: EntryPart) => string): string[] => ENTRY_PARTS.map(valueOf);

export function entryText(valueOf: (part: EntryPart) => string): Buffer {
  const pieces: Buffer[] = [];
  for (const [index, part] of ENTRY_PARTS.entries()) {
    if (index === SEARCHED_PARTS.length) pieces.push(BETWEEN, Buffer.of(BOUNDARY));
    if (index > 0) pieces.push(BETWEEN);
    pieces.push(Buffer.from(valueOf(part)));
  }
  return Buffer.concat(pieces);
}

const BETWEEN = Buffer.of(SEPARATOR);

/** SQL of one part, counted from 1 and past the boundary. */
export function partOfEntry(part: EntryPart): string {
  const index = ENTRY_PARTS.indexOf(part);
  return `splitByChar('\\xFF', entry)[${index < SEARCHED_PARTS.length ? index + 1 : index + 2}]`;
}

const onlyInEntry: ReadonlySet<string> = new Set(ONLY_IN_ENTRY);
const isOnlyInEntry = (column: string): column is (typeof ONLY_IN_ENTRY)[number] => onlyInEntry.has(column);

/** SQL of what a column holds, in the views of src/views.ts, which have no ALIAS columns. */
export const columnSql = (column: string): string => (isOnlyInEntry(column) ? partOfEntry(column) : column);

/** SQL that makes the text of columns, or of whatever SQL `valueOf` says. */
export const entrySql = (valueOf: (part: EntryPart) => string): string =>
  `concatWithSeparator('\\xFF', ${SEARCHED_PARTS.map(valueOf).join(", ")}, '\\xFE', ${OTHER_PARTS.map(valueOf).join(", ")})`;
