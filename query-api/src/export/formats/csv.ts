// CSV (RFC 4180) for spreadsheets: a column per field of the entry, free-form parts as JSON text.
import type { Entry } from "../../entries/entry.ts";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import { rowOf } from "../../wire/wire-values.ts";
import type { RowFormat } from "./format.ts";

type Cell = string | number | object | undefined;

/** Named by the path of the field in an entry. */
export const csvColumns: Readonly<Record<string, (entry: Entry) => Cell>> = {
  id: (entry) => entry.id,
  eventTimeStamp: (entry) => entry.eventTimeStamp,
  receivedTimeStamp: (entry) => entry.receivedTimeStamp,
  eventName: (entry) => entry.eventName,
  eventVersion: (entry) => entry.eventVersion,
  eventType: (entry) => entry.eventType,
  category: (entry) => entry.category,
  domain: (entry) => entry.domain,
  eventSource: (entry) => entry.eventSource,
  region: (entry) => entry.region,
  severity: (entry) => entry.severity,
  visibility: (entry) => entry.visibility,
  sentence: (entry) => entry.sentence,
  "scope.type": (entry) => entry.scope.type,
  "scope.id": (entry) => entry.scope.id,
  "context.organizationId": (entry) => entry.context?.organizationId,
  "context.folderId": (entry) => entry.context?.folderId,
  "context.projectId": (entry) => entry.context?.projectId,
  "initiator.kind": (entry) => entry.initiator.kind,
  "initiator.id": (entry) => entry.initiator.id,
  "initiator.email": (entry) => entry.initiator.email,
  "serviceAccountDelegationInfo.principals": (entry) => entry.serviceAccountDelegationInfo?.principals,
  "resource.type": (entry) => entry.resource.type,
  "resource.id": (entry) => entry.resource.id,
  "resource.name": (entry) => entry.resource.name,
  "outcome.result": (entry) => entry.outcome.result,
  "outcome.statusCode": (entry) => entry.outcome.statusCode,
  "outcome.message": (entry) => entry.outcome.message,
  sourceIpAddress: (entry) => entry.sourceIpAddress,
  "network.class": (entry) => entry.network?.class,
  "network.country": (entry) => entry.network?.country,
  "network.operator": (entry) => entry.network?.operator,
  userAgent: (entry) => entry.userAgent,
  clientKind: (entry) => entry.clientKind,
  "request.endpoint": (entry) => entry.request?.endpoint,
  "request.method": (entry) => entry.request?.method,
  "request.headers": (entry) => entry.request?.headers,
  "request.parameters": (entry) => entry.request?.parameters,
  "request.body": (entry) => entry.request?.body,
  correlationId: (entry) => entry.correlationId,
  operationId: (entry) => entry.operationId,
  traceparent: (entry) => entry.traceparent,
  details: (entry) => entry.details,
  result: (entry) => entry.result,
  "producer.id": (entry) => entry.producer.id,
  "producer.sequence": (entry) => entry.producer.sequence,
  truncations: (entry) => entry.truncations,
};

const values = Object.values(csvColumns);

/** A spreadsheet takes a cell that begins so for a formula, also behind spaces and in the full-width forms, or drops what is before it. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const QUOTED = /[",\r\n;\t]|^\s|\s$/;

/** Texts come from strangers: what a spreadsheet would run gets a ' before it, which it shows as text. */
export function cellOf(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** So that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

export const csv: RowFormat = {
  head: `${BYTE_ORDER_MARK}${Object.keys(csvColumns).join(",")}\r\n`,
  endsInManifest: false,
  writer: () => ({
    write: (row, { email }, to) => {
      const entry = entryOfRow(rowOf(row), email);
      to.text(`${values.map((valueOf) => cellOf(valueOf(entry))).join(",")}\r\n`);
    },
  }),
};
