// Puts every domain's current schema into the registry, where producers find its id and workers find it by id.
import { domains, subjectOf, type DomainName } from "./catalogue.ts";
import { domainSchemas } from "./generated/domain-schemas.js";
import type { Registry } from "./registry.ts";

/** Idempotent; returns the registry's id per domain. Throws what the registry says where a schema would break a reader. */
export async function publishSchemas(registry: Registry, prefix?: string): Promise<Map<DomainName, number>> {
  const ids = new Map<DomainName, number>();
  for (const { name } of domains) {
    const schema = domainSchemas[name];
    if (schema !== undefined) ids.set(name, await registry.publish(subjectOf(name, prefix), schema));
  }
  return ids;
}
