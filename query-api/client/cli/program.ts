// The command with all its subcommands, and the help that people begin with.
import { Command, Option } from "commander";
import { config, login, logout, whoami } from "./commands/account.ts";
import type { Register, Run } from "./commands/command.ts";
import { completion } from "./commands/completion.ts";
import { download } from "./commands/export.ts";
import { fields } from "./commands/fields.ts";
import { get, related } from "./commands/get.ts";
import { insights } from "./commands/insights.ts";
import { list, search } from "./commands/list.ts";
import { summary } from "./commands/summary.ts";
import { tail } from "./commands/tail.ts";
import { outputs } from "./session.ts";

const commands: readonly Register[] = [
  list,
  search,
  get,
  related,
  tail,
  download,
  summary,
  insights,
  fields,
  login,
  logout,
  whoami,
  config,
  completion,
];

export const HOW_DO_I = `
How do I …

  # begin? (the token, a JWT, comes from whoever runs your audit log)
  $ audit-log login --url https://audit-log.example.com --organization 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20 --below < token.txt

  # see who deleted the project "shop" last week?
  $ audit-log list --since 7d --deletions --resource shop --columns time,initiator,sentence

  # and what else did they do that day?
  $ audit-log list --initiator anna.schmidt@example.com --on 2026-03-18

  # find a name or an id, wherever it is said?
  $ audit-log search grace@example.com --since 30d

  # see what came from an address or a network?
  $ audit-log list --address 203.0.113.0/24 --since 30d

  # see what was refused, as CSV for a spreadsheet?
  $ audit-log list --outcome denied,failure --since 30d --output csv

  # learn the filter language from what the options make?
  $ audit-log list --service dns,iam --outcome denied --show-filter

Every command has examples: audit-log list --help

Environment: AUDIT_LOG_URL, AUDIT_LOG_TOKEN (go before the profile), AUDIT_LOG_PROFILE, NO_COLOR, XDG_CONFIG_HOME
Exit codes: 0 done, 1 failed, 2 not understood, 3 not authorized, 4 not found, 130 interrupted`;

export function createProgram(run: Run): Command {
  const program = new Command("audit-log")
    .description("Who did what, when and where: reads the audit log of an organization, folder or project.")
    .helpCommand(false)
    .addOption(new Option("--output <format>", "default: table on a terminal, ndjson in a pipe").choices(outputs))
    .option("--utc", "times in UTC; those that are written without a zone, too")
    .option("--profile <name>", "one of several logins")
    .option("--no-color", "no colours")
    .addHelpText("after", HOW_DO_I)
    .showHelpAfterError("(audit-log --help, or with the command: what there is)");
  for (const register of commands) register(program, run);
  return program;
}
