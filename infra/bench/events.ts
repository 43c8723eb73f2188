// Events for a load: the catalogue's examples with their own ids and times, about 380 bytes of Avro each.
import {
  createRegistry,
  compileType,
  domainSchemas,
  messageEncoder,
  subjectOf,
  uuidv7,
  type DomainName,
} from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";

/** All of the load travels through one topic: what is measured is the worker, not the group. */
export const BENCH_DOMAIN: DomainName = "resource-manager";

const SPREAD_MS = 3_600_000;

export interface EncodedEvent {
  key: string;
  value: Buffer;
}

/** An endless supply; `n` counts from 0. */
export async function eventSource(
  registryUrl: string,
  prefix: string,
  now: number,
): Promise<(n: number) => EncodedEvent> {
  const schema = domainSchemas[BENCH_DOMAIN];
  if (schema === undefined) throw new Error(`${BENCH_DOMAIN} has no events`);
  const id = await createRegistry({ url: registryUrl }).idOf(subjectOf(BENCH_DOMAIN, prefix), schema);
  const encode = messageEncoder(compileType(schema), id);
  const events = readExamples()
    .filter(({ domain, event }) => domain === BENCH_DOMAIN && event.request !== null)
    // Bodies are free-form; without them an event has the size that the design's figures are about.
    .map(({ event }) => ({ ...event, request: event.request ? { ...event.request, body: null } : null }));
  const random = Buffer.alloc(10, 7);
  return (n) => {
    const event = events[n % events.length];
    if (event === undefined) throw new Error("there are no examples");
    random.writeUInt32BE(n, 4);
    const eventTime = now - SPREAD_MS + Math.floor((n * 7919) % SPREAD_MS);
    const scope = {
      type: event.scope.type,
      id: `${event.scope.id.slice(0, 32)}${(n % 1_000).toString().padStart(4, "0")}`,
    };
    // What the context says of the scope itself must agree with it.
    const context = { ...event.context, [`${scope.type.toLowerCase()}Id`]: scope.id };
    const producer = { id: event.producer.id, sequence: n };
    return {
      key: scope.id,
      value: encode({ ...event, id: uuidv7(eventTime, random), eventTime, scope, context, producer }),
    };
  };
}
