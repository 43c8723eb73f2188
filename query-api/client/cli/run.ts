// One call of the command, from its arguments to its exit code. Touches nothing of the process.
import { CommanderError } from "commander";
import { EXIT, exitCodeOf, wordsOf } from "./exit.ts";
import { harmless } from "./output/harmless.ts";
import { createProgram } from "./program.ts";
import { openSession, type GlobalFlags } from "./session.ts";
import { PipeClosed, type Surroundings } from "./surroundings.ts";

/** `args`: without the program's name. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, signal } = surroundings;
  let code: number = EXIT.ok;
  const said: Promise<unknown>[] = [];
  const program = createProgram(async (command, action) => {
    const session = await openSession(
      surroundings,
      command.optsWithGlobals<GlobalFlags>(),
      (given) => void (code = given),
    );
    await action(session);
  });
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => void said.push(stdout.write(text).catch(() => undefined)),
      writeErr: (text) => void said.push(stderr.write(text).catch(() => undefined)),
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  try {
    await program.parseAsync(args.length === 0 ? ["--help"] : args, { from: "user" });
  } catch (fault) {
    if (fault instanceof CommanderError) code = fault.exitCode === 0 ? EXIT.ok : EXIT.usage;
    else if (fault instanceof PipeClosed) code = EXIT.ok;
    else if (signal.aborted) code = EXIT.interrupted;
    else {
      await stderr.write(`${wordsOf(fault).split("\n").map(harmless).join("\n")}\n`).catch(() => undefined);
      code = exitCodeOf(fault);
    }
  }
  await Promise.all(said);
  return code;
}
