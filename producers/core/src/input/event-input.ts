// What a product team hands over for one event. Everything that the catalogue, the clock, the recorder or the request's context knows is left out.
import type { Outcome, Scope } from "@audit-log/schemas";
import type { InitiatorInput } from "./initiator.ts";

/** The request that caused the event; objects are written as JSON text by the SDK, secrets redacted, at most 64 KiB each. */
export interface RequestInput {
  /** Path that received the request, e.g. /v2/projects; its query string may stay, secrets in it are redacted. */
  endpoint: string;
  method?: string | undefined;
  /** As Node's http or fetch gives them. */
  headers?: Readonly<Record<string, string | number | readonly string[] | undefined>> | Headers | undefined;
  parameters?: object | undefined;
  body?: object | undefined;
}

export interface EventInput<D extends object> {
  /** The organization, folder or project that the event belongs to. */
  scope: Scope;
  /** Who started it. May be left out only in a context that knows it: an event without an initiator is refused. */
  initiator?: InitiatorInput | undefined;
  /** What it was done to; `type` defaults to the catalogue's. */
  resource: { id: string; name?: string | undefined; type?: string | undefined };
  /** The event's own typed part. */
  details: D;
  /** When it happened: a Date or milliseconds UTC. Default: now. */
  eventTime?: Date | number | undefined;
  /** Ancestors of the scope, where known; the scope's own id is filled in. */
  context?: AncestorsInput | undefined;
  request?: RequestInput | undefined;
  /** IPv4 or IPv6; left out for the platform itself. */
  sourceIpAddress?: string | undefined;
  userAgent?: string | undefined;
  /** Default: success(). */
  outcome?: Outcome | undefined;
  /** Identifies the request from the caller's point of view. */
  correlationId?: string | undefined;
  /** Joins the start and the end of one long operation. */
  operationId?: string | undefined;
  /** W3C trace context. */
  traceparent?: string | undefined;
  /** The change that came of it. */
  result?: object | undefined;
  /** On whose behalf a service account acted: the nearest principal first. */
  delegation?: readonly { id: string; email?: string | undefined }[] | undefined;
  /** Default: the recorder's region. */
  region?: string | undefined;
  /** Default: ERROR where the outcome is a FAILURE, else INFO. */
  severity?: "INFO" | "ERROR" | undefined;
  /** Default: PUBLIC. PRIVATE events are for the platform's operators only. */
  visibility?: "PUBLIC" | "PRIVATE" | undefined;
}

/**
 * What events have in common because one request causes them; each part is used where the event's own input leaves it out.
 * The scope is not among it: whose log an event belongs to is said by each event.
 */
export type EventContext = Readonly<
  Pick<
    EventInput<object>,
    /** `delegation` goes with `initiator`: an event that names its own initiator does not get it. */
    | "initiator"
    | "delegation"
    | "request"
    | "sourceIpAddress"
    | "userAgent"
    | "correlationId"
    | "operationId"
    | "traceparent"
    /** Ancestors that all scopes of the request share; an event gets those above its own scope. */
    | "context"
    /** How the request as a whole ended, where that is known before its events are recorded. */
    | "outcome"
  >
>;

export interface AncestorsInput {
  organizationId?: string | undefined;
  folderId?: string | undefined;
  projectId?: string | undefined;
}
