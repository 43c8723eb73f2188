// From the contract and its examples to the catalogue as a value: what catalogue.json holds and the pages are made of.
import { fullName, type DetailRecord } from "../../avro-schema.ts";
import { CATALOGUE_FORMAT, type DocumentedEvent, type EventExample } from "../../catalogue-document.ts";
import type { Contract, DomainDefinition, ServiceDefinition } from "../../contract/read-contract.ts";
import type { ExampleText, WrittenExample } from "../../contract/written-examples.ts";
import { namedTypes } from "../../resolution.ts";
import { sentenceOf } from "../../sentence.ts";
import { byName, camelCase, lowerFirst } from "../names.ts";
import { documentedFields } from "./fields.ts";

/** The same shape as CatalogueDocument; names are text, for their types are generated, too. */
export interface WrittenCatalogue {
  format: typeof CATALOGUE_FORMAT;
  domains: WrittenDomain[];
  events: WrittenEvent[];
}

export type WrittenDomain = Pick<DomainDefinition, "name" | "title" | "owner" | "about"> & {
  services: { name: string; title: string }[];
};

export type WrittenEvent = Omit<DocumentedEvent, "name" | "domain" | "endOf" | "endedBy"> & {
  name: string;
  domain: string;
  endOf?: string;
  endedBy?: string;
};

export function writtenCatalogue({ domains }: Contract, examples: WrittenExample[]): WrittenCatalogue {
  const exampleOf = new Map(examples.map(({ name, written }) => [name, written]));
  const ends = new Map(
    everyEvent(domains).flatMap(({ event }) => (event.endOf ? [[event.endOf, event.eventName]] : [])),
  );
  const names = new Map(domains.map(({ name, schema }) => [name, namedTypes(schema ?? [])]));
  return {
    format: CATALOGUE_FORMAT,
    domains: domains
      .map(({ name, title, owner, about, services }) => ({
        name,
        title,
        owner,
        about,
        services: services.map((service) => ({ name: service.name, title: service.title })).toSorted(byName),
      }))
      .toSorted(byName),
    events: everyEvent(domains)
      .map(({ domain, service, event }): WrittenEvent => {
        const endedBy = ends.get(event.eventName);
        const example = exampleOf.get(event.eventName);
        return {
          ...eventFacts(domain.name, service.name, event),
          about: event.doc,
          owner: event.owner,
          since: event.since,
          sdk: `${camelCase(domain.name)}(recorder).${camelCase(service.name)}.${lowerFirst(event.name)}`,
          operations: event.operations,
          ...(endedBy === undefined ? {} : { endedBy }),
          fields: documentedFields(event, names.get(domain.name) ?? new Map()),
          ...(example === undefined ? {} : { example: shownExample(event, example) }),
        };
      })
      .toSorted(byName),
  };
}

/** What programs need of an event: CatalogueEvent. */
export function eventFacts(domain: string, service: string, event: DetailRecord) {
  return {
    name: event.eventName,
    domain,
    service,
    record: fullName(event),
    sentence: event.sentence,
    eventType: event.eventType,
    category: event.category,
    version: event.version,
    resourceType: event.resourceType,
    ...(event.endOf === undefined ? {} : { endOf: event.endOf }),
    ...(event.omits === undefined ? {} : { omits: event.omits }),
  };
}

interface PlacedEvent {
  domain: DomainDefinition;
  service: ServiceDefinition;
  event: DetailRecord;
}

const everyEvent = (domains: DomainDefinition[]): PlacedEvent[] =>
  domains.flatMap((domain) =>
    domain.services.flatMap((service) => service.events.map((event) => ({ domain, service, event }))),
  );

function shownExample(
  event: DetailRecord,
  { initiator, resource, scope, outcome, details }: ExampleText,
): EventExample {
  const sentence = sentenceOf(event, {
    initiator: initiator.email ?? initiator.id,
    resource: resource.name ?? resource.id,
    scope: scope.id,
    outcome: outcome.result,
    details: { ...details },
  });
  return { sentence, details };
}
