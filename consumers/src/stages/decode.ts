// The slow path: one body through avsc to an event, or the reason why it is none. Never throws for what is in the bytes.
import { type AuditEvent, eventByName, MalformedAvro, MalformedText } from "@audit-log/schemas";
import type { RefusalReason } from "../record.ts";
import type { Decoder } from "./decoder.ts";
import { type Candidate, isEventId } from "./validate.ts";

export type Decoded = { ok: true; event: AuditEvent } | { ok: false; reason: RefusalReason; message: string };

export function decode(body: Buffer, decoder: Decoder): Decoded {
  try {
    const end = decoder.walk(body, 0);
    if (end !== body.length)
      return { ok: false, reason: "malformed-avro", message: `${body.length - end} bytes follow the event` };
    decoder.checkTexts(body, 0);
    return { ok: true, event: decoder.read(body) };
  } catch (cause) {
    if (cause instanceof MalformedText) return { ok: false, reason: "malformed-text", message: cause.message };
    if (!(cause instanceof MalformedAvro)) throw cause;
    return { ok: false, reason: "malformed-avro", message: cause.message };
  }
}

export function candidateOf({ id, eventTime, eventName, scope, context, producer }: AuditEvent): Candidate {
  const named = { ORGANIZATION: context.organizationId, FOLDER: context.folderId, PROJECT: context.projectId }[
    scope.type
  ];
  return {
    eventTime,
    sequence: producer.sequence,
    hasScopeId: scope.id !== "",
    hasName: eventName !== "",
    scopeFits: named === null || named === "" || named === scope.id,
    isEventId: isEventId(id, 0),
    domain: eventByName(eventName)?.domain,
  };
}
