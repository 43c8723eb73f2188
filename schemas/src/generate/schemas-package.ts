// What `schemas` itself generates: types of the envelope and of every event, each domain's compiled schema, the catalogue.
// Large values are JSON or plain JavaScript with their types beside them: Node strips types from every .ts file that it loads, and on
// half a megabyte of data that takes longer than all else that an SDK does at its start (measured: 55 ms against 10).
import type { Contract, DomainDefinition, ServiceDefinition } from "../contract/read-contract.ts";
import { eventFacts } from "./catalogue/document.ts";
import { eventDetailsFile } from "./event-details.ts";
import { byName, camelCase } from "./names.ts";
import { interfacesOf } from "./typescript.ts";

const NOTE = "// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.\n";
export const GENERATED_FOLDER = "schemas/src/generated";
const FOLDER = GENERATED_FOLDER;

export function schemasFiles(contract: Contract): [path: string, text: string][] {
  return [
    [`${FOLDER}/envelope.ts`, `${NOTE}${interfacesOf([contract.envelope])}`],
    [`${FOLDER}/event-details.ts`, eventDetailsFile(contract, NOTE)],
    ...catalogueModule(contract),
    ...domainSchemasModule(contract),
    ...contract.domains.flatMap((domain) => domainFiles(domain)),
  ];
}

function domainFiles(domain: DomainDefinition): [string, string][] {
  if (domain.schema === undefined) return [];
  return [
    [`${FOLDER}/${domain.name}/schema.json`, `${JSON.stringify(domain.schema, null, 1)}\n`],
    ...withEvents(domain).map((service): [string, string] => [
      `${FOLDER}/${domain.name}/${service.name}.ts`,
      `${NOTE}${interfacesOf(service.events)}`,
    ]),
  ];
}

export const withEvents = (domain: DomainDefinition): ServiceDefinition[] =>
  domain.services.filter((service) => service.events.length > 0);

function domainSchemasModule(contract: Contract): [string, string][] {
  const names = contract.domains.filter((domain) => domain.schema !== undefined).map(({ name }) => name);
  const imports = names.map(
    (name) => `import ${camelCase(name)} from "./${name}/schema.json" with { type: "json" };\n`,
  );
  const members = names.map((name) => `  "${name}": ${camelCase(name)},\n`);
  const values = `${NOTE}${imports.join("")}
export const envelopeSchema = ${JSON.stringify({ ...contract.envelope, name: "Event" }, null, 1)};

export const domainSchemas = {
${members.join("")}};
`;
  const types = `${NOTE}import type { AvroRecord } from "../avro-schema.ts";
import type { DomainName } from "./catalogue.js";

/** What every domain's schema has in common. */
export declare const envelopeSchema: AvroRecord;

/** The current schema of every domain that has events. */
export declare const domainSchemas: Partial<Record<DomainName, AvroRecord>>;
`;
  return [
    [`${FOLDER}/domain-schemas.js`, values],
    [`${FOLDER}/domain-schemas.d.ts`, types],
  ];
}

/** One event per line: short to load, and a changed event is a changed line. */
function catalogueModule(contract: Contract): [string, string][] {
  const domains = contract.domains.map((domain) => ({
    name: domain.name,
    title: domain.title,
    services: domain.services.map((service) => ({ name: service.name, title: service.title })),
  }));
  const events = contract.domains
    .flatMap((domain) =>
      domain.services.flatMap((service) => service.events.map((event) => eventFacts(domain.name, service.name, event))),
    )
    .toSorted(byName);
  const types = `${NOTE}import type { CatalogueDomain, CatalogueEvent } from "../catalogue.ts";

export type DomainName = ${union(domains)};

export type EventName = ${union(events)};

export declare const domains: readonly CatalogueDomain[];

export declare const events: readonly CatalogueEvent[];
`;
  const values = `${NOTE}export const domains = ${lines(domains)};\n\nexport const events = ${lines(events)};\n`;
  return [
    [`${FOLDER}/catalogue.js`, values],
    [`${FOLDER}/catalogue.d.ts`, types],
  ];
}

const lines = (values: readonly object[]): string =>
  `[\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join("")}]`;

const union = (named: readonly { name: string }[]): string =>
  named.length === 0 ? "never" : named.map(({ name }) => `\n  | "${name}"`).join("");
