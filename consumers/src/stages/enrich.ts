// What the worker adds to an event: when it was received, and where it travelled. Never fails an event.
import { domainOfTopic, type StoredEvent } from "@audit-log/schemas";
import type { Decoded } from "./decode.ts";

/** `receivedTime`: milliseconds UTC. */
export function enrich({ record, event, schemaId }: Decoded, receivedTime: number, prefix: string): StoredEvent {
  const { topic, partition, offset } = record;
  return { event, schemaId, topic, partition, offset, receivedTime, domain: domainOfTopic(topic, prefix) ?? "" };
}
