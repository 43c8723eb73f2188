// The registry against the working copy: producers find their schema's id there, and it refuses what would break a worker.
import { subjectOf, type DomainName } from "../../catalogue.ts";
import { LEVEL, type RegistrySubjects } from "../../registry-subjects.ts";
import type { DomainDefinition } from "../read-contract.ts";
import { PUBLISHED_FOLDER, publishedSchemas } from "./published.ts";

const PUBLISH = "run npm run schemas:publish";

/** One sentence per subject that is not as it should be. Throws RegistryAway. */
export async function registryFaults(
  domains: DomainDefinition[],
  subjects: RegistrySubjects,
  prefix?: string,
  folder = PUBLISHED_FOLDER,
): Promise<string[]> {
  const found = domains.map(async (domain) => {
    const { name, schema } = domain;
    if (schema === undefined) return [];
    const subject = subjectOf(name as DomainName, prefix);
    const [newest, level] = await Promise.all([subjects.newest(subject), subjects.level(subject)]);
    if (newest === undefined)
      return [`${subject}: the registry does not know it, so SDKs of ${name} do not start: ${PUBLISH}`];
    const own = await subjects.versionOf(subject, schema);
    const levels = levelFaults(subject, level);
    return own === newest ? levels : [...levels, await versionFault(name, subject, newest, own)];
  });
  return (await Promise.all(found)).flat();

  async function versionFault(name: string, subject: string, newest: number, own: number | undefined): Promise<string> {
    if (own !== undefined)
      return `${subject}: the registry is ahead: its newest version is ${newest}, the working copy is version ${own}: pull before you publish`;
    for (const { file, schema } of publishedSchemas(name, folder).toReversed()) {
      if ((await subjects.versionOf(subject, schema)) === newest)
        return `${subject}: the registry's newest version is published/${file}, so SDKs with the working copy do not start: ${PUBLISH}`;
    }
    return `${subject}: the registry's newest version (${newest}) is none of avro/published/${name}: it was published from elsewhere; find out by whom`;
  }
}

function levelFaults(subject: string, level: string | undefined): string[] {
  if (level === LEVEL) return [];
  const risk = "it would take a schema that breaks workers, or refuse a new event";
  return [`${subject}: the registry's compatibility level is ${level ?? "not set"}, not ${LEVEL}: ${risk}: ${PUBLISH}`];
}
