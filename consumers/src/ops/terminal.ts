// Where audit-ops writes its answer and whom it asks.
import { createInterface } from "node:readline/promises";

export interface Writing {
  /** The answer. */
  out: (line: string) => void;
  /** What is said beside it. */
  note: (line: string) => void;
}

export interface Terminal extends Writing {
  /** Whether there is somebody who could answer. */
  readonly canAsk: boolean;
  /** True where the answer is yes. */
  confirm: (question: string) => Promise<boolean>;
}

/** The process's own: answers on stdout, everything beside them on stderr. */
export function processTerminal(): Terminal {
  // `| head` closes the pipe when it has seen enough.
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EPIPE") throw cause;
    process.exit();
  });
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    async confirm(question) {
      using asking = createInterface({ input: process.stdin, output: process.stderr });
      return /^y(es)?$/i.test((await asking.question(question)).trim());
    },
  };
}
