// list and search: entries by event time.
import { InvalidArgumentError, type Command } from "commander";
import { columnNames } from "../output/entry-columns.ts";
import { entryPrinter } from "../output/print-entries.ts";
import {
  selectionOf,
  showsFilter,
  withFilter,
  withPeriod,
  withScope,
  type FilterFlags,
  type PeriodFlags,
  type ScopeFlags,
} from "../question/question.ts";
import type { Session } from "../session.ts";
import { examples, type Register, type Run } from "./command.ts";

interface ListFlags extends ScopeFlags, PeriodFlags, FilterFlags {
  readonly limit?: number;
  readonly all?: boolean;
  readonly oldestFirst?: boolean;
  readonly columns?: string;
}

/** Of a terminal; a pipe gets all, for what is cut there would not be seen. */
const SCREENFUL = 50;
const PAGE = 500;

export const list: Register = (program, run) => {
  const command = program.command("list").alias("ls").description("show entries, newest first");
  listOptions(command)
    .addHelpText(
      "after",
      examples(
        ["the last 24 hours", "audit-log list"],
        ["what was refused this week, in a whole organization", "audit-log list --below --since 7d --outcome denied"],
        ["who touched the zone example.com", "audit-log list --since 30d --service dns --resource example.com"],
        [
          "one person's day, as a file for a spreadsheet",
          "audit-log list --below --initiator anna.schmidt@example.com --on yesterday --output csv",
        ],
        [
          "with the filter language",
          `audit-log list --filter 'eventName=iam.* AND sourceIpAddress!=203.0.113.0/24' --since 7d`,
        ],
      ),
    )
    .action((flags: ListFlags) => listing(command, run, flags, undefined));
};

export const search: Register = (program, run) => {
  const command = program
    .command("search <text...>")
    .description("find entries that have all of these texts, in whatever they say");
  listOptions(command)
    .addHelpText(
      "after",
      examples(
        ["a word, and a phrase", `audit-log search reader 'members were added' --since 7d`],
        ["a name or an id, wherever it is said", "audit-log search grace@example.com --since 30d --below"],
      ),
    )
    .action((texts: string[], flags: ListFlags) => listing(command, run, flags, texts));
};

const listOptions = (command: Command): Command =>
  withFilter(withPeriod(withScope(command)))
    .optionsGroup("How:")
    .option("-n, --limit <number>", `at most so many (default: ${SCREENFUL} on a terminal, else all)`, count)
    .option("--all", "all there are, also on a terminal")
    .option("--oldest-first", "the oldest first")
    .option("--columns <names>", `of a table or CSV, with commas: ${columnNames.join(", ")}`);

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It is a whole number of at least 1.");
  return Number(text);
}

const listing = (command: Command, run: Run, flags: ListFlags, texts: readonly string[] | undefined): Promise<void> =>
  run(command, async (session) => {
    if (await showsFilter(session, flags, texts)) return;
    const { signal, stdout, output, now } = session;
    const isCut = output === "table" && stdout.isTerminal && flags.all !== true;
    const limit = flags.limit ?? (isCut ? SCREENFUL : Number.POSITIVE_INFINITY);
    const selection = selectionOf(session, flags, texts);
    const printer = entryPrinter(session, flags.columns);
    const order = flags.oldestFirst === true ? "oldest-first" : "newest-first";
    let shown = 0;
    let cursor: string | undefined;
    const client = session.client();
    do {
      const asked = { ...selection, order, limit: Math.min(PAGE, limit - shown), cursor } as const;
      const page = await client.page(asked, signal);
      await printer.add(page.items);
      shown += page.items.length;
      ({ cursor } = page);
    } while (cursor !== undefined && shown < limit);
    await printer.end();
    if (stdout.isTerminal && output === "table")
      await session.stderr.write(
        footer(session, shown, cursor, selection.start ?? new Date(now() - DAY_MS).toISOString()),
      );
  });

const DAY_MS = 86_400_000;

const footer = ({ style }: Session, shown: number, cursor: string | undefined, start: string): string =>
  shown === 0
    ? `${style.dim(`No entries since ${start}. Further back: --since 7d; also what is below: --below.`)}\n`
    : cursor === undefined
      ? ""
      : `${style.dim(`There are more: -n ${shown * 10}, or --all.`)}\n`;
