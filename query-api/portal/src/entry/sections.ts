// An entry as titled sections of named fields: every field it has, in the order in which people ask. Absent fields are left out, and
// fields that this page does not know come last, so that nothing the API says is ever hidden.
import { durationText } from "../page/time-text.ts";
import type { Entry } from "../reading/entry.ts";
import { sameAs } from "../view/filter-term.ts";

export type Form = "text" | "code" | "time";

export interface Field {
  readonly name: string;
  /** Text and numbers are shown as they are, anything else as a tree. */
  readonly value: unknown;
  readonly form?: Form;
  /** Filter of the entries that have the same. */
  readonly same?: string;
}

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

const field = (name: string, value: unknown, form: Form = "text"): Field => ({ name, value, form });

/** `asked`: what a filter calls it. */
const alike = (name: string, value: string | undefined, asked: string, form: Form = "text"): Field => ({
  ...field(name, value, form),
  ...(value ? { same: sameAs(asked, value) } : {}),
});

export function sectionsOf(entry: Entry): Section[] {
  const { context, initiator, resource, outcome, request, producer, scope } = entry;
  const principals = entry.serviceAccountDelegationInfo?.principals ?? [];
  const sections = [
    section("Initiator", [
      alike("E-mail", initiator.email, "initiator.email"),
      field("Kind", initiator.kind),
      alike("Id", initiator.id, "initiator.id", "code"),
      ...principals.map(({ id, email }) => field("On behalf of", email === undefined ? id : `${email} (${id})`)),
      alike("Address", entry.sourceIpAddress, "sourceIpAddress", "code"),
      field("Network", networkText(entry)),
      alike("Program", entry.clientKind, "clientKind"),
      field("Agent", entry.userAgent),
    ]),
    section("Resource", [
      alike("Name", resource.name, "resource.name"),
      alike("Type", resource.type, "resource.type"),
      alike("Id", resource.id, "resource.id", "code"),
    ]),
    section("Outcome", [
      alike("Result", outcome.result, "outcome"),
      field("Status code", outcome.statusCode),
      field("Message", outcome.message),
    ]),
    section("Content", [field("Details", entry.details), field("Result", entry.result)]),
    section("Request", [
      field("Endpoint", request && [request.method, request.endpoint].filter(Boolean).join(" "), "code"),
      field("Parameters", request?.parameters),
      field("Headers", request?.headers),
      field("Body", request?.body),
    ]),
    section("Event", [
      alike("Name", entry.eventName, "eventName", "code"),
      field("Type", entry.eventType),
      field("Category", entry.category),
      field("Severity", entry.severity),
      alike("Service", entry.eventSource, "service"),
      field("Domain", entry.domain),
      field("Region", entry.region),
      field("Visibility", entry.visibility),
      field("Version", entry.eventVersion),
    ]),
    section("Scope", [
      field("Belongs to", `${scope.type} ${scope.id}`, "code"),
      field("Organization", context?.organizationId, "code"),
      field("Folder", context?.folderId, "code"),
      alike("Project", context?.projectId, "context.projectId", "code"),
    ]),
    section("Trace", [
      alike("Correlation", entry.correlationId, "correlationId", "code"),
      alike("Operation", entry.operationId, "operationId", "code"),
      field("Traceparent", entry.traceparent, "code"),
    ]),
    section("Record", [
      field("Id", entry.id, "code"),
      field("Happened", entry.eventTimeStamp, "time"),
      field("Received", entry.receivedTimeStamp, "time"),
      field("Delay", delay(entry)),
      field("Producer", producer.id, "code"),
      field("Sequence", producer.sequence),
      field("Cut parts", entry.truncations),
    ]),
    section("Other", otherFields(entry)),
  ];
  return sections.filter(({ fields }) => fields.length > 0);
}

const section = (title: string, fields: readonly Field[]): Section => ({
  title,
  fields: fields.filter(({ value }) => value !== undefined && value !== ""),
});

/** e.g. `PUBLIC · DE · AS3320 Deutsche Telekom AG`. */
function networkText({ network }: Entry): string | undefined {
  return network && [network.class, network.country, network.operator].filter(Boolean).join(" · ");
}

function delay({ eventTimeStamp, receivedTimeStamp }: Entry): string | undefined {
  const ms = Date.parse(receivedTimeStamp) - Date.parse(eventTimeStamp);
  return ms >= 0 ? durationText(ms) : undefined;
}

/** All names of an entry that the sections above show. */
const KNOWN: ReadonlySet<string> = new Set<keyof Entry>([
  "id",
  "eventTimeStamp",
  "receivedTimeStamp",
  "eventName",
  "eventVersion",
  "eventType",
  "category",
  "domain",
  "eventSource",
  "region",
  "severity",
  "visibility",
  "sentence",
  "scope",
  "context",
  "initiator",
  "serviceAccountDelegationInfo",
  "resource",
  "outcome",
  "sourceIpAddress",
  "network",
  "userAgent",
  "clientKind",
  "request",
  "correlationId",
  "operationId",
  "traceparent",
  "details",
  "result",
  "producer",
  "truncations",
]);

const otherFields = (entry: Entry): Field[] =>
  Object.entries(entry)
    .filter(([name]) => !KNOWN.has(name))
    .map(([name, value]) => field(name, value));
