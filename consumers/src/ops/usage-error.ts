/** The command line is wrong: one sentence per fault. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** For Node's parseArgs, whose own errors are sentences for whoever typed the command. */
export function strictly<T>(parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
