// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** What every event carries, whatever its service. A domain's schema is this envelope plus `details`, a union of the domain's detail records. */
export interface Envelope {
  /** UUIDv7, made when the event is recorded: the identity of the event for ever, also across retries and replays. */
  id: Buffer;
  /** When it happened, milliseconds UTC. */
  eventTime: number;
  /** major.minor of the event's detail record. */
  eventVersion: string;
  /** <service>.<resource>[.<sub>].<verb>, e.g. membership.member.add. */
  eventName: string;
  /** As published by the API. */
  eventType: "ADMIN_ACTIVITY" | "SYSTEM_EVENT" | "POLICY_DENIED";
  /** ACCESS: something secret or protected was read or used; else ADMINISTRATIVE. */
  category: "ADMINISTRATIVE" | "ACCESS";
  /** As published by the API. */
  severity: "INFO" | "ERROR";
  /** PRIVATE events are for the platform's operators only. */
  visibility: "PUBLIC" | "PRIVATE";
  /** The service in which it happened, e.g. resource-manager. */
  eventSource: string;
  /** Region that emitted the event, e.g. eu01, or global. */
  region: string;
  /** The organization, folder or project that the event belongs to. */
  scope: Scope;
  /** What the producer knows of the scope's ancestors; the worker fills in the rest. */
  context: Context;
  /** Who started it. */
  initiator: Initiator;
  /** On whose behalf a service account acted: the nearest principal first. */
  delegation?: Principal[] | undefined;
  /** The request that caused the event. Free-form parts are JSON text of at most 64 KiB, secrets redacted. */
  request?: Request | null | undefined;
  /** IPv4 or IPv6; null for the platform itself. */
  sourceIpAddress?: string | null | undefined;
  userAgent?: string | null | undefined;
  /** What it was done to. */
  resource: Resource;
  outcome: Outcome;
  /** Identifies the request from the caller's point of view. */
  correlationId?: string | null | undefined;
  /** Joins the start and the end of one long operation. */
  operationId?: string | null | undefined;
  /** W3C trace context. */
  traceparent?: string | null | undefined;
  /** The change that came of it: a JSON object as text. */
  result?: string | null | undefined;
  /** Who sent the event; a gap in sequence is a lost event. */
  producer: Producer;
  /** One mark per part that the SDK cut. */
  truncations?: Truncation[] | undefined;
}

export interface Scope {
  type: "ORGANIZATION" | "FOLDER" | "PROJECT";
  id: string;
}

export interface Context {
  organizationId?: string | null | undefined;
  folderId?: string | null | undefined;
  projectId?: string | null | undefined;
}

export interface Initiator {
  kind: "USER" | "SERVICE_ACCOUNT" | "SYSTEM";
  id: string;
  email?: string | null | undefined;
}

export interface Principal {
  id: string;
  email?: string | null | undefined;
}

export interface Request {
  /** Path that received the request, e.g. /v2/projects. */
  endpoint: string;
  method?: string | null | undefined;
  headers?: Record<string, string> | undefined;
  /** JSON object as text. */
  parameters?: string | null | undefined;
  /** JSON object as text. */
  body?: string | null | undefined;
}

export interface Resource {
  /** e.g. project, service-account-key. */
  type: string;
  id: string;
  name?: string | null | undefined;
}

export interface Outcome {
  result: "SUCCESS" | "FAILURE" | "DENIED";
  /** HTTP status that the caller saw. */
  statusCode?: number | null | undefined;
  message?: string | null | undefined;
}

export interface Producer {
  /** One per producer instance (per process start). */
  id: string;
  /** Grows by one per event of this producer instance, from 1. */
  sequence: number;
}

export interface Truncation {
  /** e.g. request.body. */
  part: string;
  /** UTF-8 bytes before the cut. */
  originalBytes: number;
}
