// Events for a load, in two sizes. All travel through one topic: what is measured is a consumer, not the spread over topics.
// What differs from event to event in production differs here, too: it decides how well batches and columns compress.
import {
  compileType,
  domainSchemas,
  messageEncoder,
  uuidText,
  uuidv7,
  type AuditEvent,
  type AvroRecord,
  type DomainName,
} from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";

export const BENCH_DOMAIN: DomainName = "resource-manager";

/** small: about 390 bytes with some 25 filled fields, of which the goals speak. mix: the examples as they are, about 600 bytes. */
export type Size = "small" | "mix";
export const SIZES = ["small", "mix"] as const satisfies readonly Size[];

/** Facts of the hierarchy: every event here is about another resource, and a hierarchy of as many nodes as there are events is not measured. */
const NODE = /^resource-manager\.(organization|folder|project)\.(create|update)$/;

const SPREAD_MS = 3_600_000;
const SCOPES = 1_000;
const PEOPLE = 500;
/** Odd factors of 32-bit hashes: the same event comes out of the same number on every machine. */
const MIXERS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

export function benchSchema(): AvroRecord {
  const schema = domainSchemas[BENCH_DOMAIN];
  if (schema === undefined) throw new Error(`${BENCH_DOMAIN} has no events`);
  return schema;
}

/** The `n`-th event, n counting from 0; `now` is the newest event's time, milliseconds UTC. */
export function eventSource(size: Size, now: number): (n: number) => AuditEvent {
  const examples = readExamples()
    .filter(({ domain, event }) => domain === BENCH_DOMAIN && !NODE.test(event.eventName))
    .map(({ event }) => (size === "small" ? reduced(event) : event));
  return (n) => {
    const event = examples[n % examples.length];
    if (event === undefined) throw new Error("there are no examples");
    const eventTime = now - SPREAD_MS + hash(n, 0, SPREAD_MS);
    const person = hash(n, 1, PEOPLE);
    const scope = { type: event.scope.type, id: replaceEnd(event.scope.id, hash(n, 2, SCOPES)) };
    return {
      ...event,
      id: uuidv7(eventTime, randomBytes(n)),
      eventTime,
      scope,
      context: size === "small" ? event.context : { ...event.context, [`${scope.type.toLowerCase()}Id`]: scope.id },
      initiator: { ...event.initiator, id: replaceEnd(event.initiator.id, person), email: emailOf(event, person) },
      resource: { ...event.resource, id: uuidText(uuidv7(eventTime, randomBytes(n + 1))) },
      sourceIpAddress: `198.51.${hash(n, 0, 250)}.${hash(n, 3, 250)}`,
      correlationId: `req-${hash(n, 3, 2 ** 32)
        .toString(16)
        .padStart(8, "0")}`,
      producer: { id: event.producer.id, sequence: n + 1 },
    };
  };
}

export const eventEncoder = (schemaId: number): ((event: AuditEvent) => Buffer) =>
  messageEncoder(compileType(benchSchema()), schemaId);

/** Without what is free-form or rarely set: what is left is who did what to which thing, from where, and how it ended. */
function reduced(event: AuditEvent): AuditEvent {
  return {
    ...event,
    context: { organizationId: null, folderId: null, projectId: null },
    request: event.request && { ...event.request, headers: {}, parameters: null, body: null },
    initiator: { ...event.initiator, email: null },
    resource: { ...event.resource, name: null },
    outcome: { ...event.outcome, message: null },
    delegation: [],
    result: null,
    traceparent: null,
    operationId: null,
  };
}

function hash(n: number, mixer: number, bound: number): number {
  const first = Math.imul(n + 1, MIXERS[mixer] ?? 1) >>> 0;
  return (Math.imul(first ^ (first >>> 15), MIXERS[(mixer + 1) % MIXERS.length] ?? 1) >>> 0) % bound;
}

function randomBytes(n: number): Buffer {
  const bytes = Buffer.alloc(10);
  for (const [mixer, at] of [0, 4, 6].entries()) bytes.writeUInt32BE(hash(n, mixer, 2 ** 32), at);
  return bytes;
}

const replaceEnd = (id: string, n: number): string => `${id.slice(0, -4)}${n.toString().padStart(4, "0")}`;

/** As many letters as before. */
const emailOf = ({ initiator }: AuditEvent, person: number): string | null =>
  initiator.email == null ? null : `${person.toString(36).padStart(3, "a")}${initiator.email.slice(3)}`;
