// OCSF 1.4: each entry as an event of the class API Activity, one per line. The mapping is told in README.md.
import type { Entry } from "../../entries/entry.ts";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import { rowOf } from "../../wire/wire-values.ts";
import type { RowFormat } from "./format.ts";

export const OCSF_VERSION = "1.4.0";
const CATEGORY = { category_uid: 6, category_name: "Application Activity" };
const CLASS = { class_uid: 6003, class_name: "API Activity" };
const PROVIDER = "STACKIT";

/** By the last word of an event's name; what is not here is 99, under its own word. */
const ACTIVITIES = [
  {
    activity_id: 1,
    activity_name: "Create",
    verbs: ["create", "add", "auto-create", "issue", "auto-issue", "generate"],
  },
  {
    activity_id: 2,
    activity_name: "Read",
    verbs: ["read", "get", "list", "search", "download", "export", "fetch", "decrypt"],
  },
  { activity_id: 3, activity_name: "Update", verbs: ["update", "set", "edit", "resize", "rename", "move"] },
  { activity_id: 4, activity_name: "Delete", verbs: ["delete", "remove", "auto-delete", "purge"] },
];
const OTHER = 99;

const SEVERITIES = new Map([
  ["INFO", { severity_id: 1, severity: "Informational" }],
  ["ERROR", { severity_id: 3, severity: "Medium" }],
]);
const KINDS = new Map([
  ["USER", { type_id: 1, type: "User" }],
  ["SYSTEM", { type_id: 3, type: "System" }],
]);

/** All that 1.4 has: PATCH is not among them. */
const METHODS: ReadonlySet<string> = new Set(["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT"]);

export function ocsfEvent(entry: Entry): object {
  const { initiator, outcome, request, resource, context, network } = entry;
  const activity = activityOf(entry.eventName);
  return {
    ...activity,
    ...CATEGORY,
    ...CLASS,
    type_uid: CLASS.class_uid * 100 + activity.activity_id,
    ...(SEVERITIES.get(entry.severity) ?? { severity_id: OTHER, severity: entry.severity }),
    time: Date.parse(entry.eventTimeStamp),
    message: entry.sentence,
    ...statusOf(outcome),
    metadata: {
      version: OCSF_VERSION,
      profiles: ["cloud"],
      product: { name: "Audit Log", vendor_name: PROVIDER },
      uid: entry.id,
      event_code: entry.eventName,
      log_name: entry.domain,
      log_version: entry.eventVersion,
      logged_time: Date.parse(entry.receivedTimeStamp),
      correlation_uid: entry.correlationId,
      tenant_uid: context?.organizationId,
    },
    cloud: {
      provider: PROVIDER,
      region: entry.region,
      project_uid: context?.projectId,
      org: context?.organizationId === undefined ? undefined : { uid: context.organizationId },
    },
    actor: {
      user: {
        uid: initiator.id,
        email_addr: initiator.email,
        ...(KINDS.get(initiator.kind) ?? { type_id: OTHER, type: initiator.kind }),
      },
    },
    api: {
      operation: entry.eventName,
      service: { name: entry.eventSource },
      request: { uid: entry.correlationId ?? entry.id },
      response: outcome.statusCode === undefined ? undefined : { code: outcome.statusCode, message: outcome.message },
    },
    src_endpoint: sourceOf(entry),
    http_request:
      request === undefined && entry.userAgent === undefined
        ? undefined
        : {
            http_method: METHODS.has(request?.method ?? "") ? request?.method : undefined,
            url: request === undefined ? undefined : { path: request.endpoint },
            user_agent: entry.userAgent,
          },
    resources: [{ type: resource.type, uid: resource.id, name: resource.name, region: entry.region }],
    unmapped: {
      eventType: entry.eventType,
      category: entry.category,
      visibility: entry.visibility,
      outcome: outcome.result,
      scope: entry.scope,
      folderId: context?.folderId,
      serviceAccountDelegationInfo: entry.serviceAccountDelegationInfo,
      networkClass: network?.class,
      clientKind: entry.clientKind,
      requestMethod: METHODS.has(request?.method ?? "") ? undefined : request?.method,
      requestHeaders: request?.headers,
      requestParameters: request?.parameters,
      requestBody: request?.body,
      operationId: entry.operationId,
      traceparent: entry.traceparent,
      details: entry.details,
      result: entry.result,
      producer: entry.producer,
      truncations: entry.truncations,
    },
  };
}

function activityOf(eventName: string): { activity_id: number; activity_name: string } {
  const verb = eventName.slice(eventName.lastIndexOf(".") + 1);
  const found = ACTIVITIES.find(({ verbs }) => verbs.includes(verb));
  if (found === undefined) return { activity_id: OTHER, activity_name: verb };
  const { activity_id, activity_name } = found;
  return { activity_id, activity_name };
}

const statusOf = ({ result, statusCode, message }: Entry["outcome"]) => ({
  ...(result === "SUCCESS" ? { status_id: 1, status: "Success" } : { status_id: 2, status: "Failure" }),
  status_code: statusCode === undefined ? undefined : String(statusCode),
  status_detail: message,
});

/** An event of the platform's own has no address: its service is where it came from. */
function sourceOf({ sourceIpAddress, network, eventSource }: Entry): object {
  if (sourceIpAddress === undefined) return { svc_name: eventSource };
  return {
    ip: sourceIpAddress,
    location: network?.country === undefined ? undefined : { country: network.country },
    autonomous_system: network?.operator === undefined ? undefined : { name: network.operator },
  };
}

export const ocsf: RowFormat = {
  head: "",
  endsInManifest: true,
  writer: () => ({
    write: (row, { email }, to) => to.text(`${JSON.stringify(ocsfEvent(entryOfRow(rowOf(row), email)))}\n`),
  }),
};
