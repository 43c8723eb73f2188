// What the worker finds out about an event that was read through avsc: the same that the fast path finds (found-words.ts, found-places.ts).
import type { AuditEvent, Enrichment } from "@audit-log/schemas";
import { clientKindOf } from "../enrich/client-kind.ts";
import { networkClassOf } from "../enrich/network-class.ts";
import type { Enricher, Initiator } from "../ports.ts";

export function enrichmentOf(event: AuditEvent, enricher: Enricher): Enrichment {
  const { scope, sourceIpAddress, userAgent } = event;
  return {
    ...enricher.place(scope.type, scope.id),
    ...enricher.location(sourceIpAddress ?? ""),
    networkClass: networkClassOf(sourceIpAddress ?? ""),
    clientKind: clientKindOf(userAgent ?? ""),
  };
}

/** Undefined where the event names no e-mail. */
export function initiatorOf({ initiator: { kind, id, email }, eventTime }: AuditEvent): Initiator | undefined {
  return email ? { kind, id, email, version: eventTime } : undefined;
}
