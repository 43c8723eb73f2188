// Contract rules beyond types. Dates outside the window would be dropped by retention or poison a table of day partitions.
import { FUTURE_TOLERANCE_MS, RETENTION_MS, domainOfTopic, eventByName } from "@audit-log/schemas";
import type { RefusalReason, Refused } from "../record.ts";
import type { Decoded } from "./decode.ts";

/** Undefined where the event may be stored. `now`: milliseconds UTC. */
export function violation({ record, event, schemaId }: Decoded, now: number, prefix: string): Refused | undefined {
  const found = ruleBroken(event, record.topic, now, prefix);
  return found === undefined ? undefined : { record, schemaId, ...found };
}

function ruleBroken(
  event: Decoded["event"],
  topic: string,
  now: number,
  prefix: string,
): { reason: RefusalReason; message: string } | undefined {
  const { eventTime } = event;
  if (eventTime < now - RETENTION_MS) {
    return {
      reason: "time-before-retention",
      message: `event time ${describeTime(eventTime)} is more than 90 days ago`,
    };
  }
  if (eventTime > now + FUTURE_TOLERANCE_MS) {
    return {
      reason: "time-in-the-future",
      message: `event time ${describeTime(eventTime)} is more than 24 hours ahead`,
    };
  }
  if (event.scope.id === "") return { reason: "empty-identifier", message: "scope.id is empty" };
  if (event.producer.sequence < 0) return { reason: "malformed-avro", message: "producer.sequence is negative" };
  if (event.eventName === "") return { reason: "empty-identifier", message: "eventName is empty" };
  const domain = eventByName(event.eventName)?.domain;
  if (domain !== undefined && domain !== domainOfTopic(topic, prefix)) {
    return { reason: "domain-mismatch", message: `${event.eventName} belongs to ${domain}, not to topic ${topic}` };
  }
  return undefined;
}

/** ISO 8601 where the number is a date at all. */
function describeTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? `${milliseconds} ms` : date.toISOString();
}
