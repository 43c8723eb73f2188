// Who is meant: an id, and a kind where the id alone does not say it.
import { printable } from "../ops/printable.ts";
import type { Asked } from "./arguments.ts";
import type { InitiatorTable, KnownInitiator } from "./table.ts";

/** All that the id and the kind may mean; empty, and said so, where nothing is known. */
export async function known(
  table: Pick<InitiatorTable, "find">,
  { id, kind }: Asked,
  note: (line: string) => void,
): Promise<readonly KnownInitiator[]> {
  const found = (await table.find(id)).filter((one) => kind === undefined || one.kind === kind);
  if (found.length === 0) note(printable(`no e-mail was ever stored of ${kind ?? "an initiator"} ${id}`));
  return found;
}

export const nameOf = ({ kind, id }: Pick<KnownInitiator, "kind" | "id">): string => printable(`${kind} ${id}`);
