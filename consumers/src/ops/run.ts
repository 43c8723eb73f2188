// audit-ops from its arguments to its exit code.
import type { Environment } from "@audit-log/schemas/environment";
import { deadLetters } from "../dead-letters/run.ts";
import { initiators } from "../initiators/run.ts";
import type { Area } from "./area.ts";
import { sentenceOf } from "./fault.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const AREAS: ReadonlyMap<string, Area> = new Map([
  ["dead-letters", deadLetters],
  ["initiators", initiators],
]);

const DONE = 0;
const FAILED = 1;

/** 0: done. 1: it could not be done, or somebody said no. A fault that is a bug of ours is thrown. */
export async function runOps(argv: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  const [name, ...args] = argv;
  try {
    const area = AREAS.get(name ?? "");
    if (name === undefined || argv.includes("--help") || argv.includes("-h")) {
      const usages = [...AREAS.values()].filter((one) => area === undefined || one === area);
      return (terminal.out(usages.map(({ usage }) => usage).join("\n\n")), DONE);
    }
    if (area === undefined) throw new UsageError(`there is no "${name}"; there are: ${[...AREAS.keys()].join(", ")}`);
    return (await area.run(args, env, terminal)) ? DONE : FAILED;
  } catch (cause) {
    const sentence = sentenceOf(cause);
    if (sentence === undefined) throw cause;
    terminal.note(sentence);
    return FAILED;
  }
}
