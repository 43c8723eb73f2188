// The working copy against everything that was ever published.
import { detailRecords } from "../../avro-schema.ts";
import type { DomainDefinition } from "../read-contract.ts";
import { breachSentence } from "./breach.ts";
import { breaches, eventNameOf } from "./breaches.ts";
import { PUBLISHED_FOLDER, publishedDomains, publishedSchemas, tampering } from "./published.ts";

/** What forbids publishing, one sentence each. */
export function evolutionFaults(domains: DomainDefinition[], folder = PUBLISHED_FOLDER): string[] {
  const present = new Set(domains.filter(({ schema }) => schema !== undefined).map(({ name }) => name));
  const lost = publishedDomains(folder)
    .filter((name) => !present.has(name))
    .map((name) => `${name}: all its events are gone, and avro/published/${name} has some: ${KEEP}`);
  return [...tampering(folder), ...lost, ...domains.flatMap((domain) => breachSentences(domain, folder))];
}

const KEEP = "workers still meet them for 7 days in Kafka and readers for 90 days, so keep them";

/** Each breach once, against the newest version that it breaks. */
function breachSentences({ name, schema }: DomainDefinition, folder: string): string[] {
  if (schema === undefined) return [];
  const newest = new Map<string, string>();
  for (const published of publishedSchemas(name, folder)) {
    for (const breach of breaches(published.schema, schema)) {
      newest.set(`${breach.event} ${breach.path} ${breach.fault}`, breachSentence(breach, published.file));
    }
  }
  return [...newest.values()];
}

/** What publishing would add: no fault, but not yet for anybody to use. */
export function unpublished(domains: DomainDefinition[], folder = PUBLISHED_FOLDER): string[] {
  return domains.flatMap(({ name, schema }) => {
    const newest = publishedSchemas(name, folder).at(-1)?.schema;
    if (schema === undefined || JSON.stringify(newest) === JSON.stringify(schema)) return [];
    const before = new Map((newest ? detailRecords(newest) : []).map((record) => [eventNameOf(record), record]));
    const now = detailRecords(schema);
    const added = now.filter((record) => !before.has(eventNameOf(record)));
    const changed = now.filter((record) => {
      const old = before.get(eventNameOf(record));
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(record);
    });
    const what = [named("new", added.map(eventNameOf)), named("changed", changed.map(eventNameOf))].filter(Boolean);
    const said = what.length === 0 ? "the envelope or an order changed" : what.join(", ");
    return [`${name} is not published (${said}): run npm run schemas:publish`];
  });
}

function named(what: string, names: string[]): string {
  if (names.length === 0) return "";
  return names.length <= 3 ? `${what}: ${names.join(", ")}` : `${names.length} events ${what}`;
}
