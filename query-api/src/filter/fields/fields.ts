// The table of fields: all that a filter may name, and the only source of column names. Documentation, the portal's suggestions and the
// CLI's help are printed from it. Names are the paths of the v3 entry (entries/entry.ts), and `service` for its eventSource.
import { CLIENT_KINDS, domains, events, NETWORK_CLASSES } from "@audit-log/schemas";
import { addressKind } from "../kinds/address.ts";
import { choiceKind } from "../kinds/choice.ts";
import { emailKind } from "../kinds/email.ts";
import { jsonKind } from "../kinds/json.ts";
import { numberKind } from "../kinds/number.ts";
import { textKind } from "../kinds/text.ts";
import { timeKind } from "../kinds/time.ts";
import { uuidKind } from "../kinds/uuid.ts";
import { CATEGORIES, EVENT_TYPES, INITIATOR_KINDS, OUTCOMES, SCOPE_TYPES, SEVERITIES } from "./choices.ts";
import { always, optional, type Field } from "./field.ts";
import { traceValue, upperCase } from "./written-otherwise.ts";

const text = textKind();
const choice = choiceKind;

const table = {
  id: always(uuidKind, "event_id", "Id of the event", "id=019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80"),
  eventTimeStamp: always(timeKind, "event_time", "When it happened", "eventTimeStamp>=2026-03-21T08:00:00Z"),
  receivedTimeStamp: always(
    timeKind,
    "received_time",
    "When the audit log received it",
    "receivedTimeStamp>=2026-03-21T08:00:00Z",
  ),
  eventName: always(text, "event_name", "Name of the event, see the catalogue", "eventName=iam.*", {
    known: events.map(({ name }) => name),
  }),
  eventVersion: always(text, "event_version", "major.minor of the event's details", "eventVersion=1.0"),
  eventType: always(choice(EVENT_TYPES), "event_type", "Type of the event", "eventType=POLICY_DENIED"),
  category: always(choice(CATEGORIES), "category", "Whether something protected was read or used", "category=ACCESS"),
  severity: always(choice(SEVERITIES), "severity", "Severity", "severity=ERROR"),
  domain: always(text, "domain", "Group of services, see the catalogue", "domain=databases", {
    known: domains.map(({ name }) => name),
  }),
  service: always(text, "event_source", "Service in which it happened", "service=(dns OR iam)", {
    aliases: ["eventSource"],
    known: domains.flatMap(({ services }) => services.map(({ name }) => name)),
  }),
  region: always(text, "region", "Region that emitted it", "region=eu01"),
  "scope.type": always(choice(SCOPE_TYPES), "scope_type", "What the event belongs to", "scope.type=PROJECT"),
  "scope.id": always(
    text,
    "scope_id",
    "Id of the organization, folder or project that it belongs to",
    "scope.id=8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10",
  ),
  "context.organizationId": optional(
    text,
    "organization_id",
    "Organization above it, where known",
    "context.organizationId=2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20",
  ),
  "context.folderId": optional(
    text,
    "folder_id",
    "Folder above it, where known",
    "context.folderId=5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30",
  ),
  "context.projectId": optional(
    text,
    "project_id",
    "Project, where known",
    "context.projectId=8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10",
  ),
  "initiator.kind": always(choice(INITIATOR_KINDS), "initiator_kind", "Kind of initiator", "initiator.kind=USER"),
  "initiator.id": always(text, "initiator_id", "Who started it", "initiator.id=3f0c2d8e-1a4b-4c6d-9e8f-7a6b5c4d3e40"),
  "initiator.email": optional(
    emailKind,
    "initiators.email",
    "Latest e-mail of the initiator, upper and lower case alike; an erased one matches nothing",
    'initiator.email:"@example.com"',
  ),
  serviceAccountDelegationInfo: optional(
    jsonKind,
    "delegation",
    "Principals on whose behalf a service account acted, as JSON",
    "serviceAccountDelegationInfo:77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7",
  ),
  "resource.type": always(text, "resource_type", "Kind of resource it was done to", "resource.type=project", {
    known: [...new Set(events.map(({ resourceType }) => resourceType))].filter((type) => !type.startsWith("{")),
  }),
  "resource.id": always(text, "resource_id", "Id of the resource it was done to", "resource.id=prod-1"),
  "resource.name": optional(text, "resource_name", "Display name of the resource", 'resource.name="my shop"'),
  outcome: always(choice(OUTCOMES), "outcome", "What became of it", "outcome=(FAILURE OR DENIED)", {
    aliases: ["outcome.result"],
  }),
  "outcome.statusCode": optional(
    numberKind,
    "status_code",
    "HTTP status that the caller saw",
    "outcome.statusCode>=500",
  ),
  "outcome.message": optional(text, "status_message", "Why it failed or was denied", "outcome.message:quota"),
  sourceIpAddress: optional(
    addressKind,
    "source_ip_address",
    "Address that the request came from, or the network that it is in",
    "sourceIpAddress=(203.0.113.0/24 OR 2001:db8::/32)",
  ),
  "network.class": optional(
    choice(NETWORK_CLASSES),
    "network_class",
    "Where the address lives",
    "NOT network.class=PRIVATE",
  ),
  "network.country": optional(
    textKind(upperCase),
    "country",
    "Country of the address, ISO 3166-1 alpha-2, where the operator supplies a database",
    "network.country!=DE",
  ),
  "network.operator": optional(
    text,
    "network_operator",
    "Who runs the address's network, where the operator supplies a database",
    "network.operator:telekom",
  ),
  userAgent: optional(text, "user_agent", "Agent that the request was made with", "userAgent:curl"),
  clientKind: optional(
    choice(CLIENT_KINDS),
    "client_kind",
    "Kind of program that the agent is",
    "clientKind=TERRAFORM",
  ),
  "request.endpoint": optional(text, "request_endpoint", "Path that received the request", "request.endpoint:members"),
  "request.method": optional(textKind(upperCase), "request_method", "HTTP method", "request.method=DELETE"),
  "request.headers": optional(
    jsonKind,
    "request_headers",
    "Headers as JSON, secrets redacted",
    "request.headers:terraform",
  ),
  "request.parameters": optional(
    jsonKind,
    "request_parameters",
    "Parameters as JSON, secrets redacted",
    "request.parameters:dryRun",
  ),
  "request.body": optional(jsonKind, "request_body", "Body as JSON, secrets redacted", "request.body:reader"),
  details: optional(jsonKind, "details", "The event's own typed part, as JSON", "details:editor"),
  result: optional(jsonKind, "result", "The change that came of it, as JSON", "result:owner"),
  correlationId: optional(
    text,
    "correlation_id",
    "The caller's id of the request",
    "correlationId=c0ffee00-1111-4222-8333-444455556666",
  ),
  operationId: optional(
    text,
    "operation_id",
    "Joins the start and the end of one long operation",
    "operationId=op-7f21",
  ),
  traceparent: optional(
    textKind(traceValue),
    "traceparent",
    "W3C trace context, or its trace id alone",
    "traceparent=4bf92f3577b34da6a3ce929d0e0e4736",
  ),
  "producer.id": always(text, "producer_id", "Producer instance that sent it", "producer.id=membership-*"),
  truncations: optional(jsonKind, "truncations", "Parts that were cut, as JSON", "truncations:*"),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof table;

export const fields: Readonly<Record<FieldName, Field>> = table;
