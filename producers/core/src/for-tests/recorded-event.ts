// What a reader of the topic gets, as a test wants to look at it: the id as text, the details typed, plain objects all the way down.
import {
  type AvroRecord,
  compileType,
  detailsOf,
  domainSchemas,
  type Envelope,
  type EventName,
  eventTopics,
  domainOfTopic,
  HEADER_BYTES,
  type AuditEvent,
  uuidText,
} from "@audit-log/schemas";
import type { EventDetails } from "@audit-log/schemas/event-details";

export interface RecordedEvent<N extends EventName = EventName> extends Omit<Envelope, "id" | "eventName"> {
  id: string;
  eventName: N;
  details: EventDetails[N];
}

/** Decodes with the schemas of this version, each compiled when it is first needed. */
export function eventDecoder(): (topic: string, message: Buffer) => RecordedEvent {
  const types = new Map<string, ReturnType<typeof compileType>>();
  return (topic, message) => {
    const type = types.get(topic) ?? compileType(schemaOf(topic));
    types.set(topic, type);
    const event: AuditEvent = type.fromBuffer(message.subarray(HEADER_BYTES));
    // The schema has judged the details when they were encoded: what the name promises is there.
    return { ...plain(event), id: uuidText(event.id), details: plain(detailsOf(event)) } as RecordedEvent;
  };
}

function schemaOf(topic: string): AvroRecord {
  const domain = domainOfTopic(topic);
  const schema = domain && domainSchemas[domain];
  if (schema === undefined) throw new RangeError(`${topic} carries no events: there are ${eventTopics().join(", ")}`);
  return schema;
}

/** Without the prototypes that avsc gives its records: deep equality in a test means the values. */
function plain<T>(value: T): T;
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
