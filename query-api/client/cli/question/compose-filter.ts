// From options to the filter language, so that what people ask first need not be learned first.
import { UsageError } from "../exit.ts";

export interface FilterParts {
  /** As it was written. */
  readonly filter?: string | undefined;
  /** Searched for, each. */
  readonly texts?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly event?: readonly string[] | undefined;
  readonly initiator?: readonly string[] | undefined;
  readonly resource?: readonly string[] | undefined;
  readonly address?: readonly string[] | undefined;
  readonly outcome?: readonly string[] | undefined;
  readonly deletions?: boolean | undefined;
}

const OUTCOMES = ["SUCCESS", "FAILURE", "DENIED"];
/** Verbs of the catalogue that take something away. */
const DELETIONS = 'eventName:(".delete" OR ".remove" OR ".destroy")';

/** Each option's values: any of them; the options together: all of them. Throws UsageError. */
export function composeFilter(parts: FilterParts): string {
  const {
    filter,
    texts = [],
    service = [],
    event = [],
    initiator = [],
    resource = [],
    address = [],
    outcome = [],
  } = parts;
  const terms = [
    ...texts.map(quoted),
    anyOf(service.map((name) => `service=${value(name)}`)),
    anyOf(event.map((name) => `eventName=${value(name)}`)),
    anyOf(initiator.map((who) => `initiator.${who.includes("@") ? "email" : "id"}=${value(who)}`)),
    anyOf(resource.flatMap((what) => [`resource.id=${value(what)}`, `resource.name:${quoted(what)}`])),
    anyOf(address.map((from) => `sourceIpAddress=${quoted(from)}`)),
    anyOf(outcome.map((what) => `outcome=${outcomeOf(what)}`)),
    ...(parts.deletions === true ? [DELETIONS] : []),
  ].filter((term) => term !== "");
  if (filter === undefined || filter.trim() === "") return terms.join(" ");
  return terms.length === 0 ? filter : [`(${filter})`, ...terms].join(" ");
}

const anyOf = (terms: readonly string[]): string => (terms.length > 1 ? `(${terms.join(" OR ")})` : (terms[0] ?? ""));

/** A * at the end stays what it is: any rest. */
const value = (text: string): string =>
  text.length > 1 && text.endsWith("*") ? `${quoted(text.slice(0, -1))}*` : quoted(text);

/** As JSON has it, but for the two escapes that the language lacks. */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(/\\(\\|b|f)/g, (escape, which: string) =>
    which === "\\" ? escape : which === "b" ? "\\u0008" : "\\u000c",
  );

function outcomeOf(text: string): string {
  const found = OUTCOMES.find((name) => name === text.toUpperCase());
  if (found === undefined)
    throw new UsageError(`--outcome ${JSON.stringify(text)}: there are success, failure and denied`);
  return found;
}
