// What `schemas` itself generates: types of the envelope and of every event, each domain's compiled schema, the catalogue.
import type { AvroField, DetailRecord } from "../avro-schema.ts";
import { fullName } from "../avro-schema.ts";
import type { CatalogueEvent, CatalogueField } from "../catalogue.ts";
import type { Contract, DomainDefinition, ServiceDefinition } from "../contract/read-contract.ts";
import { interfacesOf } from "./typescript.ts";

const NOTE = "// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.\n";
const FOLDER = "schemas/src/generated";

export function schemasFiles(contract: Contract): [path: string, text: string][] {
  return [
    [`${FOLDER}/envelope.ts`, `${NOTE}${interfacesOf([contract.envelope])}`],
    [`${FOLDER}/catalogue.ts`, catalogueFile(contract)],
    [`${FOLDER}/domain-schemas.ts`, domainSchemasFile(contract)],
    ...contract.domains.flatMap((domain) => domainFiles(domain)),
  ];
}

function domainFiles(domain: DomainDefinition): [string, string][] {
  if (domain.schema === undefined) return [];
  const schema = `${NOTE}import type { AvroRecord } from "../../avro-schema.ts";\n\nexport const schema: AvroRecord = ${JSON.stringify(domain.schema, null, 1)};\n`;
  return [
    [`${FOLDER}/${domain.name}/schema.ts`, schema],
    ...withEvents(domain).map((service): [string, string] => [
      `${FOLDER}/${domain.name}/${service.name}.ts`,
      `${NOTE}${interfacesOf(service.events)}`,
    ]),
  ];
}

export const withEvents = (domain: DomainDefinition): ServiceDefinition[] =>
  domain.services.filter((service) => service.events.length > 0);

function domainSchemasFile(contract: Contract): string {
  const domains = contract.domains.filter((domain) => domain.schema !== undefined);
  const imports = domains.map(
    (domain) => `import { schema as ${camelCase(domain.name)} } from "./${domain.name}/schema.ts";\n`,
  );
  const members = domains.map((domain) => `  "${domain.name}": ${camelCase(domain.name)},\n`);
  return `${NOTE}import type { AvroRecord } from "../avro-schema.ts";
import type { DomainName } from "./catalogue.ts";
${imports.join("")}
/** What every domain's schema has in common. */
export const envelopeSchema: AvroRecord = ${JSON.stringify({ ...contract.envelope, name: "Event" }, null, 1)};

/** The current schema of every domain that has events. */
export const domainSchemas: Partial<Record<DomainName, AvroRecord>> = {
${members.join("")}};
`;
}

function catalogueFile(contract: Contract): string {
  const domains = contract.domains.map((domain) => ({
    name: domain.name,
    title: domain.title,
    owner: domain.owner,
    about: domain.about,
    services: domain.services.map((service) => ({ name: service.name, title: service.title })),
  }));
  const events = contract.domains.flatMap((domain) =>
    domain.services.flatMap((service) =>
      service.events.map((event) => catalogueEvent(domain.name, service.name, event)),
    ),
  );
  return `${NOTE}import type { CatalogueDomain, CatalogueEvent } from "../catalogue.ts";

export type DomainName = ${union(domains.map((domain) => domain.name))};

export type EventName = ${union(events.map((event) => event.name))};

export const domains: readonly CatalogueDomain[] = ${JSON.stringify(domains, null, 2)};

export const events: readonly CatalogueEvent[] = ${JSON.stringify(events, null, 2)};
`;
}

function catalogueEvent(
  domain: string,
  service: string,
  event: DetailRecord,
): Record<Exclude<keyof CatalogueEvent, "endOf">, unknown> & { name: string; endOf?: string } {
  return {
    name: event.eventName,
    domain,
    service,
    record: fullName(event),
    about: event.doc,
    sentence: event.sentence,
    eventType: event.eventType,
    category: event.category,
    owner: event.owner,
    since: event.since,
    version: event.version,
    resourceType: event.resourceType,
    operations: event.operations,
    ...(event.endOf === undefined ? {} : { endOf: event.endOf }),
    fields: event.fields.map(catalogueField),
  };
}

function catalogueField(field: AvroField): CatalogueField {
  return { name: field.name, about: field.doc ?? "", optional: "default" in field };
}

const union = (names: string[]): string =>
  names.length === 0 ? "never" : names.map((name) => `\n  | "${name}"`).join("");

export const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
