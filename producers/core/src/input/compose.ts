// Input to envelope: fills in what the catalogue, the clock and the recorder know, redacts and bounds every part, copies everything.
import type { AuditEvent, CatalogueEvent, Outcome, Truncation } from "@audit-log/schemas";
import type { JsonKeys } from "../text/json-key.ts";
import { ancestorsAbove, contextOf, delegationOf, initiatorOf, scopeOf } from "./belonging.ts";
import { copyDetails } from "./details.ts";
import type { EventContext, EventInput } from "./event-input.ts";
import { eventTimeOf, oneOf, optionalName, optionalText, requiredId } from "./fields.ts";
import { outcomeOf } from "./outcome.ts";
import { Refused } from "./refusal.ts";
import { freeForm, requestOf } from "./request.ts";

/** What the recorder adds to every event. */
export interface Stamp {
  id: Buffer;
  /** Milliseconds UTC. */
  now: number;
  region: string;
  producerId: string;
}

/**
 * What the input does not say is taken from what the request's context knows. The sequence is still 0: see encode.ts.
 * Throws Refused, or what a getter of the input throws.
 */
export function compose<D extends object>(
  event: CatalogueEvent,
  input: EventInput<D>,
  stamp: Stamp,
  keys: JsonKeys,
  known: EventContext | undefined,
): AuditEvent {
  const marks: Truncation[] = [];
  const scope = scopeOf(input.scope, marks);
  const ownInitiator = input.initiator;
  const initiator = initiatorOf(ownInitiator ?? known?.initiator, marks);
  const outcome = outcomeOf(input.outcome ?? known?.outcome, marks);
  const request = input.request ?? known?.request ?? null;
  if (typeof input.details !== "object" || input.details === null) throw new Refused("details: expected an object");
  return {
    id: stamp.id,
    eventTime: input.eventTime === undefined ? stamp.now : eventTimeOf(input.eventTime, stamp.now),
    eventVersion: event.version,
    eventName: event.name,
    eventType: eventTypeOf(event, outcome.result, initiator.kind),
    category: event.category,
    severity: oneOf(input.severity ?? (outcome.result === "FAILURE" ? "ERROR" : "INFO"), ["INFO", "ERROR"], "severity"),
    visibility: oneOf(input.visibility ?? "PUBLIC", ["PUBLIC", "PRIVATE"], "visibility"),
    eventSource: event.service,
    region: optionalName(input.region, "region", marks) ?? stamp.region,
    scope,
    context: contextOf(scope, input.context ?? ancestorsAbove(scope, known?.context), marks),
    initiator,
    delegation: delegationOf(input.delegation ?? (ownInitiator ? undefined : known?.delegation), marks),
    request: request === null ? null : requestOf(request, event.omits, marks, keys),
    sourceIpAddress: optionalName(input.sourceIpAddress ?? known?.sourceIpAddress, "sourceIpAddress", marks),
    userAgent: optionalText(input.userAgent ?? known?.userAgent, "userAgent", marks),
    resource: {
      type:
        optionalName(input.resource?.type, "resource.type", marks) ??
        event.resourceType.replace("{scope}", scope.type.toLowerCase()),
      id: requiredId(input.resource?.id, "resource.id", marks),
      name: optionalName(input.resource.name, "resource.name", marks),
    },
    outcome,
    correlationId: optionalName(input.correlationId ?? known?.correlationId, "correlationId", marks),
    operationId: optionalName(input.operationId ?? known?.operationId, "operationId", marks),
    traceparent: optionalName(input.traceparent ?? known?.traceparent, "traceparent", marks),
    result: freeForm(input, "result", "result", event.omits, marks, keys),
    producer: { id: stamp.producerId, sequence: 0 },
    truncations: marks,
    details: { [event.record]: copyDetails(input.details, marks, keys) },
  };
}

function eventTypeOf(event: CatalogueEvent, result: Outcome["result"], kind: string): AuditEvent["eventType"] {
  if (result === "DENIED") return "POLICY_DENIED";
  return kind === "SYSTEM" ? "SYSTEM_EVENT" : event.eventType;
}
