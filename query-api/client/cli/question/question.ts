// The options that questions share, and what they say together.
import { Option, type Command } from "commander";
import type { Scope, Selection } from "../../src/index.ts";
import { EXIT, UsageError } from "../exit.ts";
import type { Session } from "../session.ts";
import { composeFilter } from "./compose-filter.ts";
import { momentOf, wholeDay } from "./moment.ts";

export interface ScopeFlags {
  readonly organization?: string;
  readonly folder?: string;
  readonly project?: string;
  readonly below?: boolean;
}

export interface PeriodFlags {
  readonly since?: string;
  readonly until?: string;
  readonly on?: string;
}

export interface FilterFlags {
  readonly filter?: string;
  readonly service?: readonly string[];
  readonly event?: readonly string[];
  readonly initiator?: readonly string[];
  readonly resource?: readonly string[];
  readonly address?: readonly string[];
  readonly outcome?: readonly string[];
  readonly deletions?: boolean;
  readonly showFilter?: boolean;
}

const more = (value: string, before: readonly string[] = []): string[] => [...before, value];
const several = (value: string, before: readonly string[] = []): string[] => [...before, ...value.split(",")];

export const withScope = (command: Command): Command =>
  command
    .optionsGroup("Whose entries (default: the profile's, see audit-log config):")
    .option("--organization <id>", "of this organization")
    .option("--folder <id>", "of this folder")
    .option("--project <id>", "of this project")
    .option("-b, --below", "and of everything below it")
    .option("--no-below", "and of nothing below it");

export const withPeriod = (command: Command): Command =>
  command
    .optionsGroup("When (default: the last 24 hours; at most the last 90 days):")
    .option("-s, --since <when>", "30m, 12h, 7d or 2w ago, today, yesterday, 2026-11-20, 2026-11-20T14:30")
    .option("-u, --until <when>", "the same; the moment itself is not included")
    .option("--on <day>", "the whole of that day: today, yesterday, 2026-11-20");

export const withFilter = (command: Command): Command =>
  command
    .optionsGroup("Which (several values of an option: any of them; several options: all of them):")
    .option("--service <name>", "such as dns; several with commas", several)
    .option("--event <name>", "such as dns.zone.delete or iam.*; several with commas", several)
    .option("--initiator <who>", "who did it: an e-mail or an id", more)
    .option("--resource <what>", "to what: its id, or a part of its name", more)
    .option("--address <ip>", "from where: an address, or a network such as 203.0.113.0/24", more)
    .option("--outcome <what>", "success, failure or denied; several with commas", several)
    .option("--deletions", "what was deleted, removed or destroyed")
    .option("-f, --filter <text>", "in the filter language: audit-log fields")
    .addOption(new Option("--show-filter", "print the filter that all this makes, and ask nothing"));

/** Undefined where the flags name none. Throws UsageError where they name several. */
export function scopeOfFlags({ organization, folder, project }: ScopeFlags): Scope | undefined {
  const named = Object.entries({ organization, folder, project }).flatMap(([type, id]) =>
    id === undefined ? [] : [{ type, id }],
  );
  if (named.length > 1) throw new UsageError("--organization, --folder and --project exclude each other");
  if (organization !== undefined) return { type: "organization", id: organization };
  if (folder !== undefined) return { type: "folder", id: folder };
  return project === undefined ? undefined : { type: "project", id: project };
}

/** RFC 3339. Throws UsageError. */
export function periodOf(
  { since, until, on }: PeriodFlags,
  { now, utc }: Pick<Session, "now" | "utc">,
): Pick<Selection, "start" | "end"> {
  const clock = { now: now(), utc };
  if (on !== undefined && (since ?? until) !== undefined) throw new UsageError("--on excludes --since and --until");
  const { start, end } =
    on === undefined
      ? {
          start: since === undefined ? undefined : momentOf(since, "--since", clock),
          end: until === undefined ? undefined : momentOf(until, "--until", clock),
        }
      : wholeDay(on, "--on", clock);
  if (start !== undefined && start > (end ?? clock.now)) throw new UsageError("the period ends before it begins");
  return { start: iso(start), end: iso(end) };
}

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

/** Prints the filter where that is all that was asked for. */
export async function showsFilter(session: Session, flags: FilterFlags, texts?: readonly string[]): Promise<boolean> {
  if (flags.showFilter !== true) return false;
  await session.stdout.write(`${composeFilter({ ...flags, texts })}\n`);
  return session.exits(EXIT.ok);
}

/** Throws UsageError. */
export const selectionOf = (
  session: Session,
  flags: ScopeFlags & PeriodFlags & FilterFlags,
  texts?: readonly string[],
): Selection => ({
  ...session.scopeOf(flags),
  ...periodOf(flags, session),
  filter: composeFilter({ ...flags, texts }),
});
