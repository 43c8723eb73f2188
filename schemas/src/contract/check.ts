// Holds working copy, generated files, published versions and (where one is given) the registry against each other.
import { subjectOf, type DomainName } from "../catalogue.ts";
import { drift } from "../generate/generate.ts";
import type { Registry } from "../registry.ts";
import { UnknownSchema } from "../registry.ts";
import { breaches } from "./compatibility.ts";
import { publishedSchemas, tamperedFiles } from "./published.ts";
import { readContract, type DomainDefinition } from "./read-contract.ts";

/** One sentence per fault; empty where all agree. */
export async function faults(registry?: Registry, prefix?: string): Promise<string[]> {
  const { domains } = readContract();
  const found = [
    ...drift().map((path) => `${path} is not what schemas/avro says: run npm run schemas:generate`),
    ...tamperedFiles().map((file) => `avro/published/${file} was edited by hand: published versions are never edited`),
    ...domains.flatMap(breachSentences),
    ...domains.flatMap(unpublished),
  ];
  return registry === undefined ? found : [...found, ...(await notInRegistry(domains, registry, prefix))];
}

/** Every way in which the working copy would break a user of any published version. */
export function breachSentences(domain: DomainDefinition): string[] {
  const working = domain.schema;
  const versions = publishedSchemas(domain.name);
  if (working === undefined) return versions.length === 0 ? [] : [`${domain.name}: all its events are gone`];
  return versions.flatMap(({ file, schema }) =>
    breaches(schema, working).map(
      (b) => `${b.event}: ${b.path} ${b.fault}; breaks ${b.breaks} (against published/${file})`,
    ),
  );
}

function unpublished(domain: DomainDefinition): string[] {
  if (domain.schema === undefined) return [];
  const newest = publishedSchemas(domain.name).at(-1)?.schema;
  const same = JSON.stringify(newest) === JSON.stringify(domain.schema);
  return same ? [] : [`${domain.name}: the working copy is not published: run npm run schemas:publish`];
}

async function notInRegistry(domains: DomainDefinition[], registry: Registry, prefix?: string): Promise<string[]> {
  const found = domains.map(async ({ name, schema }) => {
    if (schema === undefined) return [];
    const subject = subjectOf(name as DomainName, prefix);
    try {
      await registry.idOf(subject, schema);
      return [];
    } catch (cause) {
      if (!(cause instanceof UnknownSchema)) throw cause;
      return [`${subject}: the registry does not have this version: run npm run schemas:publish`];
    }
  });
  return (await Promise.all(found)).flat();
}
