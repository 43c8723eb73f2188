// get and related: one entry, and what belongs to it.
import { Argument, type Command } from "commander";
import type { Entry, RelatedEntries } from "../../src/index.ts";
import { entryColumns, tableColumns } from "../output/entry-columns.ts";
import { harmless } from "../output/harmless.ts";
import { printJson } from "../output/print-value.ts";
import { Table } from "../output/table.ts";
import { timeText } from "../output/time.ts";
import { withScope, type ScopeFlags } from "../question/question.ts";
import type { Session } from "../session.ts";
import { examples, type Register } from "./command.ts";

const idArgument = new Argument("<id>", "of the entry");
const EXAMPLE_ID = "019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80";

export const get: Register = (program, run) => {
  const command = program.command("get").addArgument(idArgument).description("show one entry, whole");
  withScope(command)
    .addHelpText(
      "after",
      examples(
        ["all that is known of it", `audit-log get ${EXAMPLE_ID}`],
        ["for jq", `audit-log get ${EXAMPLE_ID} --output json`],
      ),
    )
    .action((id: string, flags: ScopeFlags) =>
      run(command, async (session) => {
        const entry = await session.client().entry({ ...session.scopeOf(flags), id }, session.signal);
        if (session.output === "json" || session.output === "ndjson") return printJson(session, entry);
        return session.stdout.write(wholeEntry(session, entry));
      }),
    );
};

export const related: Register = (program, run) => {
  const command: Command = program
    .command("related")
    .addArgument(idArgument)
    .description("show what belongs to an entry: of the same request, operation, resource and session");
  withScope(command)
    .addHelpText("after", examples(["what happened around it", `audit-log related ${EXAMPLE_ID} --below`]))
    .action((id: string, flags: ScopeFlags) =>
      run(command, async (session) => {
        const found = await session.client().related({ ...session.scopeOf(flags), id }, session.signal);
        if (session.output === "table") return session.stdout.write(groups(session, found));
        return printJson(session, found);
      }),
    );
};

/** Every field on a line of its own, named as the filter names it. */
function wholeEntry({ style, utc }: Session, entry: Entry): string {
  const lines = fieldsOf("", entry).map(([name, value]) => {
    const shown = name.endsWith("TimeStamp") ? `${timeText(value, utc)}${utc ? " UTC" : ""}` : harmless(value);
    return `${style.dim(`${name}:`)} ${shown}\n`;
  });
  return `${style.bold(harmless(entry.sentence))}\n\n${lines.join("")}`;
}

function fieldsOf(prefix: string, value: unknown): [name: string, value: string][] {
  if (typeof value !== "object" || value === null) return [[prefix, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => fieldsOf(prefix === "" ? key : `${prefix}.${key}`, part));
}

const titles: Readonly<Record<string, string>> = {
  correlation: "Of the same request",
  operation: "Of the same operation",
  "resource-before": "On the same resource, before",
  "resource-after": "On the same resource, after",
  session: "By the same initiator from the same address, within an hour",
};

function groups({ stdout, style, utc }: Session, { entry, groups }: RelatedEntries): string {
  const width = stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY;
  const columns = entryColumns(tableColumns(stdout.columns), style, utc);
  const parts = groups.map(({ kind, items, more, filter, start, end }) => {
    const all = `audit-log list --filter ${shellQuoted(filter)} --since ${start} --until ${end}`;
    return `\n${style.bold(titles[kind] ?? harmless(kind))}\n${new Table(columns, width, style.dim).text(items)}${more ? `All of them: ${harmless(all)}\n` : ""}`;
  });
  return `${new Table(columns, width, style.bold).text([entry])}${parts.join("")}`;
}

export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
