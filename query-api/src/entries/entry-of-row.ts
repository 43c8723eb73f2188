// From a stored row to the entry of /v3: '' becomes absent, JSON text becomes objects, nothing is made up.
import { eventByName, sentenceOf } from "@audit-log/schemas";
import { isoOf, type EntryRow } from "../query/entry-row.ts";
import type { Entry } from "./entry.ts";
import { freeForm, jsonList, type FreeForm } from "./free-form.ts";

const orAbsent = (text: string): string | undefined => (text === "" ? undefined : text);

/** `initiatorEmail`: the latest, which the row does not hold; undefined where none is known or it was erased. */
export function entryOfRow(row: EntryRow, initiatorEmail: string | undefined): Entry {
  const details = freeForm(row.details);
  return {
    id: row.event_id,
    eventTimeStamp: isoOf(row.event_time),
    receivedTimeStamp: isoOf(row.received_time),
    eventName: row.event_name,
    eventVersion: row.event_version,
    eventType: row.event_type,
    category: row.category,
    domain: row.domain,
    eventSource: row.event_source,
    region: row.region,
    severity: row.severity,
    visibility: row.visibility,
    sentence: sentenceOfRow(row, initiatorEmail, details),
    scope: { type: row.scope_type, id: row.scope_id },
    context: contextOf(row),
    initiator: { kind: row.initiator_kind, id: row.initiator_id, email: initiatorEmail },
    serviceAccountDelegationInfo: delegationOf(row),
    resource: { type: row.resource_type, id: row.resource_id, name: orAbsent(row.resource_name) },
    outcome: {
      result: row.outcome,
      statusCode: row.status_code === "0" ? undefined : Number(row.status_code),
      message: orAbsent(row.status_message),
    },
    sourceIpAddress: orAbsent(row.source_ip_address),
    network: networkOf(row),
    userAgent: orAbsent(row.user_agent),
    clientKind: orAbsent(row.client_kind),
    request: requestOf(row),
    correlationId: orAbsent(row.correlation_id),
    operationId: orAbsent(row.operation_id),
    traceparent: orAbsent(row.traceparent),
    details,
    result: freeForm(row.result),
    producer: { id: row.producer_id, sequence: Number(row.producer_sequence) },
    truncations: jsonList(row.truncations)?.map(({ part, originalBytes }) => ({
      part: String(part),
      originalBytes: Number(originalBytes),
    })),
  };
}

function contextOf(row: EntryRow): Entry["context"] {
  if (row.organization_id === "" && row.folder_id === "" && row.project_id === "") return undefined;
  return {
    organizationId: orAbsent(row.organization_id),
    folderId: orAbsent(row.folder_id),
    projectId: orAbsent(row.project_id),
  };
}

/** JSON text of the event, with e-mails of its own: as they were told then, and out of an erasure's reach. */
function networkOf(row: EntryRow): Entry["network"] {
  if (row.network_class === "") return undefined;
  return { class: row.network_class, country: orAbsent(row.country), operator: orAbsent(row.network_operator) };
}

function delegationOf(row: EntryRow): Entry["serviceAccountDelegationInfo"] {
  const principals = jsonList(row.delegation)?.map(({ id, email }) => ({
    id: String(id),
    email: typeof email === "string" ? email : undefined,
  }));
  return principals === undefined ? undefined : { principals };
}

function requestOf(row: EntryRow): Entry["request"] {
  if (row.request_endpoint === "") return undefined;
  return {
    endpoint: row.request_endpoint,
    method: orAbsent(row.request_method),
    headers: freeForm(row.request_headers),
    parameters: freeForm(row.request_parameters),
    body: freeForm(row.request_body),
  };
}

function sentenceOfRow(row: EntryRow, initiatorEmail: string | undefined, details: FreeForm = {}): string {
  const event = eventByName(row.event_name);
  if (event === undefined) return row.event_name;
  return sentenceOf(event, {
    initiator: initiatorEmail ?? row.initiator_id,
    resource: row.resource_name || row.resource_id,
    scope: row.scope_id,
    outcome: row.outcome,
    details,
  });
}
