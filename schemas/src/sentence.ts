// The sentence shown to people: the catalogue's template with the event's own names filled in.
import type { CatalogueEvent } from "./catalogue.ts";

export interface SentenceParts {
  /** E-mail or id of the initiator. */
  initiator: string;
  /** Name or id of the resource. */
  resource: string;
  /** Id of the scope. */
  scope: string;
  details: Readonly<Record<string, unknown>>;
}

export function sentenceOf(event: Pick<CatalogueEvent, "sentence">, parts: SentenceParts): string {
  return event.sentence.replaceAll(/\{([a-zA-Z.]+)\}/g, (_match, name: string) => {
    if (name === "initiator" || name === "resource" || name === "scope") return parts[name];
    const value = parts.details[name.replace("details.", "")];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  });
}
