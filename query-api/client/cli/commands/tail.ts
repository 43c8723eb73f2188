// tail: entries as they arrive.
import { readFile, writeFile } from "node:fs/promises";
import { columnNames } from "../output/entry-columns.ts";
import { entryPrinter } from "../output/print-entries.ts";
import { composeFilter } from "../question/compose-filter.ts";
import {
  periodOf,
  showsFilter,
  withFilter,
  withScope,
  type FilterFlags,
  type ScopeFlags,
} from "../question/question.ts";
import { UsageError } from "../exit.ts";
import { examples, type Register } from "./command.ts";

interface TailFlags extends ScopeFlags, FilterFlags {
  readonly since?: string;
  readonly cursorFile?: string;
  readonly columns?: string;
}

export const tail: Register = (program, run) => {
  const command = program.command("tail").description("follow entries as they arrive, until Ctrl-C");
  withFilter(withScope(command))
    .optionsGroup("How:")
    .option("-s, --since <when>", "begin with what was received then (default: now)")
    .option(
      "--cursor-file <file>",
      "keep in this file how far it came, and go on from there the next time: nothing is missed",
    )
    .option("--columns <names>", `of a table or CSV, with commas: ${columnNames.join(", ")}`)
    .addHelpText(
      "after",
      examples(
        ["everything in an organization", "audit-log tail --below"],
        [
          "into a program of yours; it goes on where it stopped",
          "audit-log tail --below --cursor-file audit.cursor --output ndjson",
        ],
      ),
    )
    .action((flags: TailFlags) =>
      run(command, async (session) => {
        if (await showsFilter(session, flags)) return;
        const { stderr, signal } = session;
        if (session.output === "json") throw new UsageError("a tail has no end, which JSON needs: --output ndjson");
        const cursor = flags.cursorFile === undefined ? undefined : await keptCursor(flags.cursorFile);
        const { start } = periodOf(flags.since === undefined ? {} : { since: flags.since }, session);
        const printer = entryPrinter(session, flags.columns);
        const options = {
          ...session.scopeOf(flags),
          filter: composeFilter(flags),
          cursor,
          from: start,
          onBreak: ({ message }: Error, ms: number) =>
            void stderr.write(`${message}; again in ${Math.ceil(ms / 1000)} s\n`).catch(() => undefined),
        };
        for await (const event of session.client().tail(options, signal)) {
          if (event.kind === "entry") await printer.add([event.entry]);
          // Behind the entry: what is not printed yet comes again.
          if (flags.cursorFile !== undefined) await writeFile(flags.cursorFile, `${event.cursor}\n`, { mode: 0o600 });
        }
      }),
    );
};

const keptCursor = async (path: string): Promise<string | undefined> =>
  (
    await readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === "ENOENT") return "";
      throw fault;
    })
  ).trim() || undefined;
