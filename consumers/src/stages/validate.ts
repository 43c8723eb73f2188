// Contract rules beyond types, once for both paths: each looks at what it needs of an event, however the event was read.
// Dates outside the window would be dropped by retention or poison a table of day partitions.
import { FUTURE_TOLERANCE_MS, RETENTION_MS } from "@audit-log/schemas";
import type { RefusalReason } from "../record.ts";

/** An event as the rules see it. */
export interface Candidate {
  /** Milliseconds UTC. */
  eventTime: number;
  sequence: number;
  hasScopeId: boolean;
  hasName: boolean;
  /** Where the context names the kind of thing that the scope is, it names the same one. */
  scopeFits: boolean;
  /** Of UUIDv7: version and variant. */
  isEventId: boolean;
  /** Undefined where this program does not know the event. */
  domain: string | undefined;
}

export interface Violation {
  reason: RefusalReason;
  message: string;
}

/** Undefined where the event may be stored. `topicDomain`: of the topic that it came by; `now`: milliseconds UTC. */
export function violation(event: Candidate, topicDomain: string | undefined, now: number): Violation | undefined {
  const { eventTime, domain } = event;
  if (eventTime < now - RETENTION_MS)
    return {
      reason: "time-before-retention",
      message: `event time ${describeTime(eventTime)} is more than 90 days ago`,
    };
  if (eventTime > now + FUTURE_TOLERANCE_MS)
    return {
      reason: "time-in-the-future",
      message: `event time ${describeTime(eventTime)} is more than 24 hours ahead`,
    };
  if (!event.hasScopeId) return { reason: "empty-identifier", message: "scope.id is empty" };
  if (!event.hasName) return { reason: "empty-identifier", message: "eventName is empty" };
  if (event.sequence < 0) return { reason: "malformed-avro", message: "producer.sequence is negative" };
  if (!event.isEventId) return { reason: "not-an-event-id", message: "id is no UUIDv7" };
  if (!event.scopeFits) return { reason: "scope-mismatch", message: "context names another scope than scope.id" };
  if (domain !== undefined && domain !== topicDomain)
    return {
      reason: "domain-mismatch",
      message: `an event of ${domain} in the topic of ${topicDomain ?? "no domain"}`,
    };
  return undefined;
}

/** Version and variant of an id's bytes (RFC 9562). */
export const isEventId = (bytes: Buffer, start: number): boolean =>
  (bytes[start + 6] ?? 0) >>> 4 === 7 && (bytes[start + 8] ?? 0) >>> 6 === 2;

/** ISO 8601 where the number is a date at all. */
function describeTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? `${milliseconds} ms` : date.toISOString();
}
