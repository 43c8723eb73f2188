// The command line → a command. Everything that is wrong with it is said at once.
import { parseArgs } from "node:util";
import { UsageError, strictly } from "../ops/usage-error.ts";
import { isEveryLetter } from "./filter.ts";
import type { Position } from "./letter.ts";
import { LETTER_OPTIONS, positionsOf, selectionOf, type Surroundings } from "./letter-options.ts";
import type { Selection } from "./select.ts";

export interface ReplayOptions {
  selection: Selection;
  dryRun: boolean;
  /** Do not ask. */
  yes: boolean;
  /** Also what was replayed before. */
  again: boolean;
  /** Also what would come straight back. */
  anyway: boolean;
}

export type Command =
  | { name: "list"; selection: Selection & { limit: number }; oldestFirst: boolean; json: boolean }
  | { name: "summary"; selection: Selection; json: boolean }
  | { name: "show"; position: Position; save: string | undefined; json: boolean }
  | ({ name: "replay" } & ReplayOptions);

const LIST_LIMIT = 50;

const LIST = {
  ...LETTER_OPTIONS,
  summary: { type: "boolean" },
  "oldest-first": { type: "boolean" },
  json: { type: "boolean" },
} as const;
const SHOW = { save: { type: "string" }, json: { type: "boolean" } } as const;
const REPLAY = {
  ...LETTER_OPTIONS,
  "dry-run": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  all: { type: "boolean" },
  again: { type: "boolean" },
  anyway: { type: "boolean" },
} as const;

/** Of what comes after `audit-ops dead-letters`. Throws UsageError. */
export function commandOf([name = "", ...args]: readonly string[], surroundings: Surroundings): Command {
  const faults: string[] = [];
  const command = parse(name, args, surroundings, faults);
  if (command === undefined || faults.length > 0) throw new UsageError(faults.join("\n"));
  return command;
}

function parse(name: string, args: string[], surroundings: Surroundings, faults: string[]): Command | undefined {
  switch (name) {
    case "list": {
      const { values, positionals } = strictly(() => parseArgs({ args, options: LIST, allowPositionals: true }));
      const selection = selectionOf(values, positionals, surroundings, faults);
      const json = values.json ?? false;
      if (values.summary === true) return { name: "summary", selection, json };
      const limit = selection.limit ?? LIST_LIMIT;
      return { name, selection: { ...selection, limit }, oldestFirst: values["oldest-first"] ?? false, json };
    }
    case "show": {
      const { values, positionals } = strictly(() => parseArgs({ args, options: SHOW, allowPositionals: true }));
      const [position] = positionsOf(positionals, faults);
      if (positionals.length !== 1) faults.push("show takes one letter's position, for example 0@17");
      return position && { name, position, save: values.save, json: values.json ?? false };
    }
    case "replay": {
      const { values, positionals } = strictly(() => parseArgs({ args, options: REPLAY, allowPositionals: true }));
      const selection = selectionOf(values, positionals, surroundings, faults);
      const isFiltered = !isEveryLetter(selection.filter);
      if (!isFiltered && values.all !== true)
        faults.push("without a filter everything would be replayed: say which letters, or --all");
      if (isFiltered && values.all === true) faults.push("--all and a filter exclude each other");
      const { yes = false, again = false, anyway = false } = values;
      return { name, selection, dryRun: values["dry-run"] ?? false, yes, again, anyway };
    }
    default:
      faults.push(`there is no "dead-letters ${name}"; there are: list, show, replay (--help)`);
      return undefined;
  }
}
