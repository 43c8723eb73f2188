// Publishing: first a file per changed domain, which is what every later version is held against, then the registry.
import { subjectOf, type DomainName } from "../../catalogue.ts";
import { publishSchemas } from "../../publish.ts";
import type { RegistryAddress } from "../../registry-address.ts";
import { registrySubjects } from "../../registry-subjects.ts";
import { createRegistry } from "../../registry.ts";
import { contractFaults } from "../check.ts";
import { readContract } from "../read-contract.ts";
import { addPublished } from "./published.ts";

export interface Publication {
  /** Why nothing was published. */
  refused: string[];
  /** Files added below avro/published. */
  added: string[];
  /** The registry's id per domain, where a registry was given. */
  ids?: ReadonlyMap<DomainName, number>;
}

/** Idempotent: what failed half-way is finished by the next call. Throws RegistryAway, and what the registry refuses with. */
export async function publishAll(address?: RegistryAddress, prefix?: string): Promise<Publication> {
  const refused = contractFaults();
  if (refused.length > 0) return { refused, added: [] };
  const { domains } = readContract();
  const added = domains.flatMap((domain) => addPublished(domain) ?? []);
  if (address === undefined) return { refused, added };

  const subjects = registrySubjects(address);
  const names = domains
    .filter(({ schema }) => schema !== undefined)
    .map(({ name }) => subjectOf(name as DomainName, prefix));
  // A subject has a level of its own from its first version on; the client refuses to add to one with another level.
  for (const name of names) if ((await subjects.newest(name)) !== undefined) await subjects.setLevel(name);
  const ids = await publishSchemas(createRegistry(address), prefix);
  for (const name of names) await subjects.setLevel(name);
  return { refused, added, ids };
}
