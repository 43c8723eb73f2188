// The command line → a command. Everything that is wrong with it is said at once.
import { parseArgs } from "node:util";
import { envelopeSchema } from "@audit-log/schemas";
import { strictly, UsageError } from "../ops/usage-error.ts";
import { symbolsAt } from "../transcode/symbols.ts";

/** Which initiator: `kind` where the id alone does not say it. */
export interface Asked {
  id: string;
  kind: string | undefined;
}

export type Command = ({ name: "show" } & Asked) | ({ name: "erase"; yes: boolean } & Asked);

const KIND = { kind: { type: "string" } } as const;
const ERASE = { ...KIND, yes: { type: "boolean", short: "y" } } as const;

const KINDS = symbolsAt(envelopeSchema, "initiator.kind");

/** Of what comes after `audit-ops initiators`. Throws UsageError. */
export function commandOf([name = "", ...args]: readonly string[]): Command {
  switch (name) {
    case "show": {
      const { values, positionals } = strictly(() => parseArgs({ args, options: KIND, allowPositionals: true }));
      return { name, ...asked(name, positionals, values.kind) };
    }
    case "erase": {
      const { values, positionals } = strictly(() => parseArgs({ args, options: ERASE, allowPositionals: true }));
      return { name, ...asked(name, positionals, values.kind), yes: values.yes ?? false };
    }
    default:
      throw new UsageError(`there is no "initiators ${name}"; there are: show, erase (--help)`);
  }
}

function asked(name: string, [id = "", ...more]: readonly string[], kind: string | undefined): Asked {
  const faults: string[] = [];
  if (id === "" || more.length > 0) faults.push(`${name} takes one initiator's id, as entries show it`);
  if (kind !== undefined && !KINDS.includes(kind))
    faults.push(`there is no kind "${kind}"; there are: ${KINDS.join(", ")}`);
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return { id, kind };
}
