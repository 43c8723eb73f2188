// Holds working copy, generated files, examples, published versions and (where one is given) the registry against each other.
import { drift } from "../generate/generate.ts";
import type { RegistrySubjects } from "../registry-subjects.ts";
import { coverageTable } from "./coverage-table.ts";
import { holes, type Covered } from "./coverage.ts";
import { evolutionFaults, unpublished } from "./evolution/evolution-faults.ts";
import { registryFaults } from "./evolution/registry-faults.ts";
import { readOperations } from "./operations.ts";
import { readContract } from "./read-contract.ts";
import { SEED_EXAMPLES } from "./seed-examples.ts";
import { writtenExamples } from "./written-examples.ts";

/** One sentence per fault; empty where all agree. Throws what readContract() throws, and RegistryAway. */
export async function faults(subjects?: RegistrySubjects, prefix?: string): Promise<string[]> {
  const { domains } = readContract();
  const found = [...contractFaults(), ...unpublished(domains)];
  return subjects === undefined ? found : [...found, ...(await registryFaults(domains, subjects, prefix))];
}

/** What forbids publishing. */
export const contractFaults = (): string[] => [
  ...drift().map((path) => `${path} is not what schemas/avro says: run npm run schemas:generate`),
  ...holes(everythingCovered()),
  ...evolutionFaults(readContract().domains),
];

export const everythingCovered = (): Covered => ({
  contract: readContract(),
  operations: readOperations(),
  examples: writtenExamples(),
  seeds: SEED_EXAMPLES,
});

export const coverage = (): string => coverageTable(everythingCovered());
