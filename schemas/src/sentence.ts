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
  /** SUCCESS, FAILURE or DENIED. */
  outcome: string;
}

/** What did not succeed says so first: "Denied: david@example.com deleted the project Checkout". */
export function sentenceOf(event: Pick<CatalogueEvent, "sentence" | "eventType">, parts: SentenceParts): string {
  return prefixOf(event, parts) + filledIn(event.sentence, parts);
}

function prefixOf({ eventType }: Pick<CatalogueEvent, "eventType">, { outcome }: SentenceParts): string {
  if (outcome === "FAILURE") return "Failed: ";
  // The sentence of a denial event tells of the refusal itself.
  return outcome === "DENIED" && eventType !== "POLICY_DENIED" ? "Denied: " : "";
}

function filledIn(sentence: string, parts: SentenceParts): string {
  return sentence.replaceAll(/\{([a-zA-Z.]+)\}/g, (_match, name: string) => {
    if (name === "initiator" || name === "resource" || name === "scope") return parts[name];
    const value = parts.details[name.replace("details.", "")];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  });
}
