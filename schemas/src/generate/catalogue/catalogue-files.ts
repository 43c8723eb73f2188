// schemas/catalogue: the pages for people and catalogue.json for programs.
import { readOperations } from "../../contract/operations.ts";
import type { Contract } from "../../contract/read-contract.ts";
import { writtenExamples } from "../../contract/written-examples.ts";
import { writtenCatalogue } from "./document.ts";
import { domainPage, envelopePage } from "./domain-pages.ts";
import { indexPage } from "./index-page.ts";
import { operationsByName, servicePage } from "./service-page.ts";

export const CATALOGUE_FOLDER = "schemas/catalogue";

export function catalogueFiles(contract: Contract): [path: string, text: string][] {
  const catalogue = writtenCatalogue(contract, writtenExamples());
  const operations = operationsByName(readOperations());
  return [
    [`${CATALOGUE_FOLDER}/catalogue.json`, `${JSON.stringify(catalogue, null, 1)}\n`],
    [`${CATALOGUE_FOLDER}/README.md`, indexPage(catalogue)],
    [`${CATALOGUE_FOLDER}/envelope.md`, envelopePage(contract.envelope)],
    ...catalogue.domains.flatMap((domain): [string, string][] => [
      [`${CATALOGUE_FOLDER}/${domain.name}/README.md`, domainPage(domain, catalogue.events)],
      ...domain.services.map(({ name, title }): [string, string] => {
        const events = catalogue.events.filter((event) => event.domain === domain.name && event.service === name);
        return [`${CATALOGUE_FOLDER}/${domain.name}/${name}.md`, servicePage({ domain, title, events, operations })];
      }),
    ]),
  ];
}
