// What one can do about each reason, in a sentence: `show` says it, the runbook repeats it (infra/runbooks/dead-letters.md).
import type { RefusalReason } from "../record.ts";

const ADVICE: Record<RefusalReason, string> = {
  "null-value":
    "A message without a value holds no event: find who sends such messages to an event topic; there is nothing to replay.",
  "too-large":
    "An event has at most 256 KiB and our SDK cuts what is larger: find the sender that does not use it; the bytes can be saved, not stored.",
  "too-short":
    "Fewer than five bytes are no event: find who sends such messages to an event topic; there is nothing to replay.",
  "not-registry-framed":
    "The bytes are not Avro as the registry frames it: find who writes to the topic without our SDK, and have the events recorded anew.",
  "guid-framing-not-supported":
    "The sender frames its messages with a schema GUID: set its serializer to schema ids (Confluent's 4-byte form), and have the events recorded anew.",
  "unknown-schema-id":
    "The registry does not know the id: find out which registry the sender writes to, register or restore the schema under this id, then replay.",
  "not-an-event-schema":
    "The schema under this id is not an event's: find who sends something else to an event topic; replay only helps after a worker that reads this schema.",
  "malformed-avro":
    "The bytes do not fit the schema that they name: a damaged message or the wrong id; save the bytes, mend the sender, have the event recorded anew.",
  "malformed-text":
    "A text of the event is not UTF-8: the sender encodes without our SDK; save the bytes, mend the sender, have the event recorded anew.",
  "time-before-retention":
    "The event is older than the 90 days that events are kept: it would be dropped at once; save it where a longer memory is wanted, do not replay it.",
  "time-in-the-future":
    "The event is dated more than 24 hours ahead: mend the sender's clock; the event can be replayed once its time is less than 24 hours ahead.",
  "empty-identifier":
    "The event has no scope or no name, so nobody could find it: mend the sender and have the event recorded anew.",
  "not-an-event-id":
    "The event's id is no UUIDv7: the sender makes ids of its own; mend the sender and have the event recorded anew.",
  "scope-mismatch":
    "The event's context names another organization, folder or project than its scope: mend the sender and have the event recorded anew.",
  "domain-mismatch":
    "The event was sent to another domain's topic: mend the sender's topic and have the event recorded anew.",
  "refused-by-store":
    "ClickHouse refuses this event for its content (the message says by which rule): change the table's constraint, or keep the event elsewhere; then replay.",
  "unreadable-record-batch":
    "A whole batch of records could not be unpacked: save its bytes, find what damaged it (sender, codec, disk), have the sender send again; it cannot be replayed as one message.",
};

export const REASONS = Object.keys(ADVICE);

export const adviceOn = (reason: string): string =>
  Object.entries(ADVICE).find(([name]) => name === reason)?.[1] ??
  "This version of audit-ops does not know the reason: use the one that belongs to the worker that wrote the letter.";
