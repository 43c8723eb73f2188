// Services × operations × events × examples: what should be there and is not, each hole by its name.
import type { DetailRecord } from "../avro-schema.ts";
import { operationName, type Operation } from "./operations.ts";
import type { Contract } from "./read-contract.ts";
import type { SeedExample } from "./seed-examples.ts";
import type { WrittenExample } from "./written-examples.ts";

export interface Covered {
  contract: Pick<Contract, "domains">;
  operations: readonly Operation[];
  examples: readonly WrittenExample[];
  seeds: readonly SeedExample[];
}

/** An event and where it belongs. */
export interface PlacedEvent {
  domain: string;
  service: string;
  event: DetailRecord;
}

/** One sentence per hole; empty where everything is covered. */
export function holes(covered: Covered): string[] {
  const events = placedEvents(covered.contract);
  return [
    ...silentServices(covered.contract),
    ...missingKinds(events),
    ...operationHoles(covered.operations, events),
    ...exampleHoles(covered.examples, events),
    ...unjoinedEnds(covered.examples, events),
    ...seedHoles(covered.seeds, events),
  ];
}

export const placedEvents = ({ domains }: Pick<Contract, "domains">): PlacedEvent[] =>
  domains.flatMap((domain) =>
    domain.services.flatMap((service) =>
      service.events.map((event) => ({ domain: domain.name, service: service.name, event })),
    ),
  );

const silentServices = ({ domains }: Pick<Contract, "domains">): string[] =>
  domains.flatMap((domain) =>
    domain.services
      .filter((service) => service.events.length === 0)
      .map((service) => `service ${domain.name}/${service.name} has no events`),
  );

/** What the product promises: people and service accounts, the platform, refusals; and access beside administration. */
function missingKinds(events: PlacedEvent[]): string[] {
  const kinds = new Set(events.flatMap(({ event }) => [event.eventType, event.category]));
  const promised = ["ADMIN_ACTIVITY", "SYSTEM_EVENT", "POLICY_DENIED", "ADMINISTRATIVE", "ACCESS"] as const;
  return promised.filter((kind) => !kinds.has(kind)).map((kind) => `no event is ${kind}`);
}

function operationHoles(operations: readonly Operation[], events: PlacedEvent[]): string[] {
  const recorded = new Set(events.flatMap(({ event }) => event.operations));
  const known = new Set(operations.map(operationName));
  return [
    ...[...known].filter((name) => !recorded.has(name)).map((name) => `operation ${name} is recorded by no event`),
    ...events.flatMap(({ event }) =>
      event.operations
        .filter((name) => !known.has(name))
        .map((name) => `event ${event.eventName} records ${name}, which is no operation of operations.ndjson`),
    ),
  ];
}

function exampleHoles(examples: readonly WrittenExample[], events: PlacedEvent[]): string[] {
  const domainOf = new Map(events.map(({ domain, event }) => [event.eventName, domain]));
  const shown = Map.groupBy(examples, ({ written }) => written.eventName);
  return [
    ...examples.flatMap(({ file, name, domain, written: { eventName } }) => {
      const home = domainOf.get(eventName);
      if (home === undefined) return [`example ${file} is of ${eventName}, which is no event`];
      const path = `${home}/${eventName}.json`;
      return name === eventName && domain === home ? [] : [`example ${file} belongs into ${path}`];
    }),
    ...events.flatMap(({ domain, event: { eventName } }) => {
      const count = shown.get(eventName)?.length ?? 0;
      if (count === 0) return [`event ${eventName} has no example: ${domain}/${eventName}.json is missing`];
      return count === 1 ? [] : [`event ${eventName} has ${count} examples`];
    }),
  ];
}

function unjoinedEnds(examples: readonly WrittenExample[], events: PlacedEvent[]): string[] {
  const idOf = new Map(examples.map(({ written }) => [written.eventName, written.operationId ?? undefined]));
  return events.flatMap(({ event: { eventName, endOf } }) => {
    if (endOf === undefined) return [];
    const [start, end] = [idOf.get(endOf), idOf.get(eventName)];
    if (start !== undefined && start === end) return [];
    const said = (id: string | undefined) => id ?? "none";
    return [`examples of ${endOf} and ${eventName} do not join: operationId ${said(start)} and ${said(end)}`];
  });
}

function seedHoles(seeds: readonly SeedExample[], events: PlacedEvent[]): string[] {
  const names = new Set(events.map(({ event }) => event.eventName));
  return seeds.flatMap(({ phrase, events: promised }) => {
    if (promised.length === 0) return [`the page's "${phrase}" has no event`];
    return promised
      .filter((name) => !names.has(name))
      .map((name) => `the page's "${phrase}" is ${name}, which is no event`);
  });
}
