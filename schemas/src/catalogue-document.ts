// catalogue/catalogue.json: all that is known of every event, for people and for programs that show it to people.
// Not part of what an SDK loads. Everything in it is sorted by name.
import { readFileSync } from "node:fs";
import type { CatalogueEvent, DomainName, EventName } from "./catalogue.ts";

/** Grows when a member goes or changes its meaning; members may be added without it. */
export const CATALOGUE_FORMAT = 1;

export interface CatalogueDocument {
  format: typeof CATALOGUE_FORMAT;
  domains: readonly DocumentedDomain[];
  events: readonly DocumentedEvent[];
}

export interface DocumentedDomain {
  name: DomainName;
  title: string;
  owner: string;
  about: string;
  services: readonly { name: string; title: string }[];
}

export interface DocumentedEvent extends CatalogueEvent {
  about: string;
  /** Team that records it. */
  owner: string;
  since: string;
  /** SDK function that records it, e.g. compute(recorder).ske.clusterCreated. */
  sdk: string;
  /** API operations that it records: "<spec> <operationId>", as in operations.ndjson. */
  operations: readonly string[];
  /** The event that ends the long operation which this one starts. */
  endedBy?: EventName;
  fields: readonly DocumentedField[];
  /** Absent only while an event is being added. */
  example?: EventExample;
}

export interface DocumentedField {
  /** Path inside details: address.city, nodePools[].name, quotas{}.limit. */
  name: string;
  /** In words: text, whole number, list of texts, one of A, B … */
  type: string;
  optional: boolean;
  about: string;
}

export interface EventExample {
  /** The event's sentence with the example's values. */
  sentence: string;
  details: object;
}

export function readCatalogue(file = new URL("../catalogue/catalogue.json", import.meta.url)): CatalogueDocument {
  return JSON.parse(readFileSync(file, "utf8"));
}
