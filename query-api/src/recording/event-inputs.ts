// From what was told to the events of the catalogue (schemas/avro/security/audit-log.avsc): counts and filters, never entries.
import { denied, failure, serviceAccount, success, user, type EventInput } from "@audit-log/producer-core";
import type {
  EntriesDenied,
  EntriesDownloaded,
  EntriesSearched,
  EntriesViewed,
} from "@audit-log/schemas/security/audit-log";
import { STATUS_CODES } from "node:http";
import { isServiceAccount, type Reader } from "./reader.ts";
import type { Download, Refusal, Search, View } from "./recording.ts";

/** As the events' field says. */
export const MAX_FILTER = 2_048;
const PERMISSION = "audit-log.entry.get";

export const viewedInput = (view: View): EventInput<EntriesViewed> => ({
  ...parts(view, view.scope.id),
  details: { ...read(view), ...paged(view), viewKind: view.kind, entryId: view.entryId ?? null },
});

export const searchedInput = (search: Search): EventInput<EntriesSearched> => ({
  ...parts(search, search.scope.id),
  details: { ...read(search), ...paged(search), searchKind: search.kind, filter: bounded(search.filter) },
});

export const downloadedInput = (download: Download): EventInput<EntriesDownloaded> => ({
  ...parts(download, download.scope.id),
  details: {
    ...read(download),
    format: download.format,
    complete: download.complete,
    filter: bounded(download.filter),
  },
});

const REASONS = { forbidden: "missing-permission", unknown: "no-role" } as const;

export function deniedInput(refusal: Refusal): EventInput<EntriesDenied> {
  const { apiVersion, attempted, reason, reads, firstAt, status } = refusal;
  const [first = refusal.scope.id] = attempted.ids;
  return {
    ...parts(refusal, first),
    outcome: denied(`${PERMISSION} was refused: ${REASONS[reason]}`, status),
    details: {
      apiVersion,
      permission: PERMISSION,
      reason: REASONS[reason],
      attemptedScopeType: attempted.type,
      attemptedScopeIds: [...attempted.ids],
      attempts: reads,
      firstAttemptAt: firstAt,
    },
  };
}

function parts({ reader, scope, status, at }: View | Search | Download | Refusal, resourceId: string) {
  const { method, endpoint, sourceIpAddress, userAgent, requestId } = reader;
  return {
    scope,
    initiator: initiatorOf(reader),
    resource: { id: resourceId },
    eventTime: at,
    request: { endpoint, method },
    sourceIpAddress,
    userAgent,
    correlationId: requestId,
    outcome: status < 400 ? success(status) : failure(status, STATUS_CODES[status] ?? "the reader hung up"),
  };
}

const initiatorOf = ({ subject, email }: Reader) =>
  isServiceAccount({ email }) ? serviceAccount(subject, email) : user(subject, email);

const read = ({ apiVersion, window, includesDescendants, rows, bytes }: View | Search | Download) => ({
  apiVersion,
  periodStartAt: window?.start ?? null,
  periodEndAt: window?.end ?? null,
  includesDescendants,
  rows,
  answerBytes: bytes ?? null,
});

const paged = ({ limit, reads, firstAt }: View | Search) => ({ limit: limit ?? null, reads, firstReadAt: firstAt });

const bounded = (filter: string | undefined): string | null => filter?.slice(0, MAX_FILTER).toWellFormed() ?? null;
