// The options that say which letters are meant, the same for every command.
import { domains, topicOf } from "@audit-log/schemas";
import { REASONS } from "./advice.ts";
import type { LetterFilter } from "./filter.ts";
import type { Position } from "./letter.ts";
import { momentOf } from "./moment.ts";
import type { Selection } from "./select.ts";

export const LETTER_OPTIONS = {
  reason: { type: "string", multiple: true },
  topic: { type: "string", multiple: true },
  domain: { type: "string", multiple: true },
  partition: { type: "string" },
  offset: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  event: { type: "string" },
  open: { type: "boolean" },
  limit: { type: "string" },
} as const;

/** As Node's parseArgs gives them. */
export interface LetterValues {
  reason?: string[] | undefined;
  topic?: string[] | undefined;
  domain?: string[] | undefined;
  partition?: string | undefined;
  offset?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  event?: string | undefined;
  open?: boolean | undefined;
  limit?: string | undefined;
}

export interface Surroundings {
  prefix: string;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds a sentence to `faults` for everything that is wrong. */
export function selectionOf(
  values: LetterValues,
  positionals: readonly string[],
  { prefix, now }: Surroundings,
  faults: string[],
): Selection {
  const number = (name: "partition" | "offset" | "limit") => {
    const text = values[name];
    if (text !== undefined && !/^\d{1,15}$/.test(text)) faults.push(`--${name} is not a whole number`);
    return text === undefined ? undefined : Number(text);
  };
  const moment = (name: "since" | "until") => {
    const text = values[name];
    const found = text === undefined ? undefined : momentOf(text, now);
    if (text !== undefined && found === undefined)
      faults.push(`--${name} is neither a time (2026-11-20T10:00Z) nor how long ago (2h, 30m, 7d)`);
    return found;
  };
  const filter = {
    positions: positionals.length === 0 ? undefined : positionsOf(positionals, faults),
    reasons: values.reason && known(values.reason, "reason", REASONS, faults),
    topics: topicsOf(values, prefix, faults),
    since: moment("since"),
    until: moment("until"),
    partition: number("partition"),
    offset: number("offset"),
    event: eventOf(values.event, faults),
  };
  return { filter: given(filter), open: values.open ?? false, limit: number("limit") };
}

type AllGiven = { [name in keyof LetterFilter]-?: LetterFilter[name] | undefined };

/** Without what was not asked for: an empty filter means every letter. */
function given(filter: AllGiven): LetterFilter {
  const { positions, reasons, topics, since, until, partition, offset, event } = filter;
  return {
    ...(positions && { positions }),
    ...(reasons && { reasons }),
    ...(topics && { topics }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(partition !== undefined && { partition }),
    ...(offset !== undefined && { offset }),
    ...(event !== undefined && { event }),
  };
}

export function positionsOf(texts: readonly string[], faults: string[]): Position[] {
  return texts.flatMap((text) => {
    const [, partition, offset] = /^(\d{1,9})@(\d{1,15})$/.exec(text) ?? [];
    if (partition !== undefined && offset !== undefined)
      return [{ partition: Number(partition), offset: Number(offset) }];
    faults.push(`"${text}" is no letter's position: that is partition@offset, for example 0@17`);
    return [];
  });
}

function topicsOf({ topic, domain }: LetterValues, prefix: string, faults: string[]): string[] | undefined {
  if (topic === undefined && domain === undefined) return undefined;
  const names = domains.map(({ name }) => name);
  known(domain ?? [], "domain", names, faults);
  return [...(topic ?? []), ...names.filter((name) => domain?.includes(name)).map((name) => topicOf(name, prefix))];
}

/** A misspelled word would otherwise look like "there are no such letters". */
function known(words: string[], what: string, all: readonly string[], faults: string[]): string[] {
  for (const word of words)
    if (!all.includes(word)) faults.push(`there is no ${what} "${word}"; there are: ${all.join(", ")}`);
  return words;
}

function eventOf(text: string | undefined, faults: string[]): string | undefined {
  const digits = text?.replaceAll("-", "").toLowerCase();
  if (digits !== undefined && !/^[0-9a-f]{4,32}$/.test(digits))
    faults.push("--event is not the beginning of an event's id: 4 to 32 hexadecimal digits");
  return digits;
}
