// From a stored row to the entry of the published v2: required fields get a stand-in, over-long text is cut to the published length.
import { isIP } from "node:net";
import { MAX_NAME_LENGTH } from "@audit-log/schemas";
import type { EntryRow } from "../query/entry-row.ts";
import { entryOfRow } from "./entry-of-row.ts";
import type { PublishedEntry } from "./published-entry.ts";

const NO_ADDRESS = "0.0.0.0";
const NONE = "none";

/** As strict as the published format: no quoted names, no comments, at least two labels. Bounded before it is matched. */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

export function publishedEntryOfRow(row: EntryRow, initiatorEmail: string | undefined): PublishedEntry {
  const entry = entryOfRow(row, initiatorEmail);
  const { context, serviceAccountDelegationInfo: delegation, request } = entry;
  return {
    id: entry.id,
    receivedTimeStamp: entry.receivedTimeStamp,
    eventVersion: entry.eventVersion,
    eventSource: entry.eventSource,
    region: entry.region,
    severity: entry.severity,
    visibility: entry.visibility,
    eventType: entry.eventType,
    eventTimeStamp: entry.eventTimeStamp,
    eventName: cut(entry.eventName) ?? NONE,
    sourceIpAddress: isIP(row.source_ip_address) === 0 ? NO_ADDRESS : row.source_ip_address,
    userAgent: cut(entry.userAgent) ?? NONE,
    initiator: { id: entry.initiator.id, email: emailOf(entry.initiator.email) },
    request: {
      endpoint: cut(request?.endpoint) ?? NONE,
      headers: request?.headers,
      parameters: request?.parameters,
      body: request?.body,
    },
    context: context && {
      organizationId: cut(context.organizationId),
      folderId: cut(context.folderId),
      projectId: cut(context.projectId),
    },
    correlationId: cut(entry.correlationId),
    details: entry.details,
    resourceId: cut(entry.resource.id),
    resourceName: cut(entry.resource.name),
    result: entry.result,
    serviceAccountDelegationInfo: delegation && {
      principals: delegation.principals.map(({ id, email }) => ({ id, email: emailOf(email) })),
    },
  };
}

/** At most 255 UTF-16 units and no half of a character; undefined for absent or empty text. */
function cut(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (text.length <= MAX_NAME_LENGTH) return text;
  const head = text.slice(0, MAX_NAME_LENGTH);
  return head.isWellFormed() ? head : head.slice(0, -1);
}

const emailOf = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= MAX_NAME_LENGTH && EMAIL.test(text) ? text : undefined;
