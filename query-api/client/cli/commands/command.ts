// What a command needs of the program: to run with a session, and examples in its help.
import type { Command } from "commander";
import type { Session } from "../session.ts";

/** Runs a command's action with what all commands share. */
export type Run = (command: Command, action: (session: Session) => Promise<unknown>) => Promise<void>;

export type Register = (program: Command, run: Run) => void;

/** Each: what for, and the command line. */
export const examples = (...shown: readonly (readonly [what: string, line: string])[]): string =>
  `\nExamples:\n${shown.map(([what, line]) => `  # ${what}\n  $ ${line}\n`).join("\n")}`;
