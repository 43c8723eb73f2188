// One of the things that audit-ops looks after, with commands of its own.
import type { Environment } from "@audit-log/schemas/environment";
import type { Terminal } from "./terminal.ts";

export interface Area {
  /** What --help prints. */
  usage: string;
  /** `args`: what comes after the area's name. False where the answer is no: there is no such thing, somebody did not want it. */
  run: (args: readonly string[], env: Environment, terminal: Terminal) => Promise<boolean>;
}
