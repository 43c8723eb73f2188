// export: the entries of a selection as a file.
import { existsSync } from "node:fs";
import { Option } from "commander";
import { exportFormats, type ExportFormat } from "../../src/index.ts";
import { keptQuestion, type KeptQuestion } from "../download/kept.ts";
import { save } from "../download/save.ts";
import { UsageError } from "../exit.ts";
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
import { examples, type Register } from "./command.ts";

interface ExportFlags extends ScopeFlags, PeriodFlags, FilterFlags {
  readonly file?: string;
  readonly format: ExportFormat;
  readonly resume?: boolean;
  readonly force?: boolean;
}

export const download: Register = (program, run) => {
  const command = program.command("export").description("download entries as a file, proven to be whole");
  withFilter(withPeriod(withScope(command)))
    .optionsGroup("How:")
    .option("-o, --file <file>", "into this file; .gz at its end: compressed (default: standard output)")
    .addOption(new Option("--format <name>", "of the file").choices(exportFormats).default("ndjson"))
    .option("--resume", "go on with what was broken off: with -o, and nothing else (ndjson)")
    .option("--force", "replace the file where there is one")
    .addHelpText(
      "after",
      examples(
        ["the last 90 days of an organization", "audit-log export --below --since 90d -o audit.ndjson"],
        ["it was broken off: go on", "audit-log export --resume -o audit.ndjson"],
        ["for a spreadsheet", "audit-log export --since 7d --outcome denied --format csv -o denied.csv"],
      ),
    )
    .action((flags: ExportFlags) =>
      run(command, async (session) => {
        if (await showsFilter(session, flags)) return;
        if (flags.file === undefined || flags.file === "-") return toStandardOutput(session, flags);
        const saved = await intoFile(session, flags, flags.file, questionKeys(command.opts<ExportFlags>()));
        const { rows, sha256 } = saved;
        const text =
          session.output === "table"
            ? `${flags.file}: ${rows} entries, ${size(saved.bytes)}, SHA-256 ${sha256}`
            : JSON.stringify({ file: flags.file, ...saved });
        return session.stdout.write(`${text}\n`);
      }),
    );
};

const questionKeys = (flags: ExportFlags): string[] =>
  Object.entries(flags).flatMap(([name, value]) =>
    value === undefined || ["file", "resume", "force", "format"].includes(name) ? [] : [name],
  );

async function intoFile(session: Session, flags: ExportFlags, path: string, given: readonly string[]) {
  const { resume = false } = flags;
  if (resume && given.length > 0) throw new UsageError("--resume asks what was asked before: give it -o only");
  if (!resume && flags.force !== true && existsSync(path)) throw new UsageError(`${path} exists: --force replaces it`);
  const question = resume ? await keptQuestion(path) : fixed(session, flags);
  const progress = progressOn(session);
  try {
    return await save(session.client(), { path, question, resume, onProgress: progress.show, signal: session.signal });
  } catch (fault) {
    if (question.format === "ndjson")
      await session.stderr.write(`What came is kept: audit-log export --resume -o ${path} goes on.\n`);
    throw fault;
  } finally {
    await progress.end();
  }
}

async function toStandardOutput(session: Session, flags: ExportFlags): Promise<void> {
  const { stdout, signal } = session;
  if (flags.resume === true) throw new UsageError("--resume needs -o FILE");
  if (flags.format === "parquet" && stdout.isTerminal)
    throw new UsageError("Parquet is nothing for a terminal: -o FILE");
  if (stdout.isTerminal) throw new UsageError("an export is nothing for a terminal: -o FILE, or audit-log list");
  for await (const piece of session.client().export(fixed(session, flags), signal)) await stdout.write(piece);
}

const DAY_MS = 86_400_000;

/** The period does not move while it is downloaded, nor until it goes on. */
function fixed(session: Session, flags: ExportFlags): KeptQuestion {
  const selection = selectionOf(session, flags);
  const end = selection.end ?? new Date(session.now()).toISOString();
  const start = selection.start ?? new Date(Date.parse(end) - DAY_MS).toISOString();
  return { ...selection, start, end, format: flags.format };
}

const BETWEEN_MS = 200;

/** On a terminal only. */
function progressOn({ stderr }: Session) {
  let [shownAt, isShown] = [0, false];
  return {
    show: ({ rows, bytes }: { rows: number | undefined; bytes: number }): void => {
      const now = performance.now();
      if (!stderr.isTerminal || now - shownAt < BETWEEN_MS) return;
      [shownAt, isShown] = [now, true];
      const entries = rows === undefined ? "" : `${rows} entries, `;
      void stderr.write(`\r\u001b[K${entries}${size(bytes)}`).catch(() => undefined);
    },
    end: async (): Promise<void> => (isShown ? stderr.write("\r\u001b[K") : undefined),
  };
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 10_000_000 ? `${(bytes / 1_000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
