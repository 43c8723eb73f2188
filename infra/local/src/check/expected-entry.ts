// What the API must show of a recorded call, worked out from the calls alone: the second opinion on the whole pipeline.
import { eventByName, sentenceOf, type CatalogueEvent } from "@audit-log/schemas";
import { clientKindOf } from "../../../../consumers/src/enrich/client-kind.ts";
import { networkClassOf } from "../../../../consumers/src/enrich/network-class.ts";
import type { RecordedCall } from "../demo/publish-demo.ts";
import { expectedDetails } from "./expected-details.ts";
import type { EmailOf } from "./latest-emails.ts";

export interface Json {
  readonly [name: string]: unknown;
}

/** The v3 entry without what only the pipeline knows (receivedTimeStamp, producer). */
export function expectedEntry({ id, name, input }: RecordedCall, emailOf: EmailOf): Json {
  const event = catalogued(name);
  const outcome = input.outcome ?? { result: "SUCCESS" as const };
  const details: Json = { ...input.details };
  const initiator = { ...initiatorIn(input), email: emailOf(initiatorIn(input)) };
  const resourceType = input.resource.type ?? event.resourceType.replace("{scope}", input.scope.type.toLowerCase());
  return without({
    id,
    eventTimeStamp: new Date(input.eventTime ?? 0).toISOString(),
    eventName: name,
    eventVersion: event.version,
    eventType: eventType(input, event),
    category: event.category,
    domain: event.domain,
    eventSource: event.service,
    region: input.region ?? "eu01",
    severity: outcome.result === "FAILURE" ? "ERROR" : "INFO",
    visibility: "PUBLIC",
    sentence: sentenceOf(event, {
      initiator: initiator.email ?? initiator.id,
      resource: input.resource.name ?? input.resource.id,
      scope: input.scope.id,
      outcome: outcome.result,
      details,
    }),
    scope: input.scope,
    context: { ...input.context, [`${input.scope.type.toLowerCase()}Id`]: input.scope.id },
    initiator: without(initiator),
    serviceAccountDelegationInfo: input.delegation === undefined ? undefined : { principals: input.delegation },
    resource: without({ type: resourceType, id: input.resource.id, name: input.resource.name }),
    outcome: without({ ...outcome }),
    sourceIpAddress: input.sourceIpAddress,
    network: expectedNetwork(input.sourceIpAddress),
    userAgent: input.userAgent,
    clientKind: clientKindOf(input.userAgent ?? "") || undefined,
    request: input.request === undefined ? undefined : expectedRequest(input.request, event),
    correlationId: input.correlationId,
    operationId: input.operationId,
    traceparent: input.traceparent,
    details: expectedDetails(details, event),
    result: expectedPart(input.result, "result", event),
  });
}

/** The published v2 entry of the same call. */
export function expectedPublishedEntry(call: RecordedCall, emailOf: EmailOf): Json {
  const { input } = call;
  const entry = expectedEntry(call, emailOf);
  const { id } = initiatorIn(input);
  const {
    category,
    domain,
    sentence,
    scope,
    outcome,
    resource,
    operationId,
    traceparent,
    network,
    clientKind,
    ...kept
  } = entry;
  return without({
    ...kept,
    initiator: without({ id, email: emailOf(initiatorIn(input)) }),
    sourceIpAddress: input.sourceIpAddress ?? "0.0.0.0",
    userAgent: input.userAgent ?? "none",
    request:
      input.request === undefined ? { endpoint: "none" } : without({ ...Object(entry["request"]), method: undefined }),
    resourceId: input.resource.id,
    resourceName: input.resource.name,
  });
}

function initiatorIn({ initiator }: RecordedCall["input"]) {
  if (initiator === undefined)
    throw new Error("the story is told outside of a context: every call names its initiator");
  return initiator;
}

/** The pipeline that is checked has no databases of addresses. */
function expectedNetwork(address = ""): Json | undefined {
  const networkClass = networkClassOf(address);
  return networkClass === "" ? undefined : { class: networkClass };
}

function eventType(input: RecordedCall["input"], event: CatalogueEvent): string {
  if (input.outcome?.result === "DENIED") return "POLICY_DENIED";
  return initiatorIn(input).kind === "SYSTEM" ? "SYSTEM_EVENT" : event.eventType;
}

function expectedRequest(request: NonNullable<RecordedCall["input"]["request"]>, event: CatalogueEvent): Json {
  const headers =
    request.headers === undefined
      ? undefined
      : { ...Object.fromEntries(Object.entries(request.headers)), authorization: "[redacted]" };
  return without({
    ...request,
    headers,
    parameters: expectedPart(request.parameters, "request.parameters", event),
    body: expectedPart(request.body, "request.body", event),
  });
}

/** A part that the event never records says so in its place; one that the call did not have stays away. */
function expectedPart(part: object | undefined, name: string, { omits = [] }: CatalogueEvent): unknown {
  if (part === undefined || !omits.includes(name)) return part;
  return { omitted: `this operation's ${name} is never recorded` };
}

function catalogued(name: string): CatalogueEvent {
  const event = eventByName(name);
  if (event === undefined) throw new Error(`the catalogue does not know ${name}`);
  return event;
}

const without = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null));
