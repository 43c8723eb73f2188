// `show`: what is stored of an initiator's e-mail.
import { ERASED_VERSION } from "@audit-log/schemas";
import { printable, timeText } from "../ops/printable.ts";
import type { Writing } from "../ops/terminal.ts";
import type { Asked } from "./arguments.ts";
import { known, nameOf } from "./choose.ts";
import type { InitiatorTable, KnownInitiator } from "./table.ts";

/** False where nothing is known. */
export async function show(table: InitiatorTable, asked: Asked, { out, note }: Writing): Promise<boolean> {
  const found = await known(table, asked, note);
  for (const one of found) for (const line of lines(one)) out(line);
  return found.length > 0;
}

function* lines(one: KnownInitiator): Generator<string> {
  const { email, version, rowsWithEmail } = one;
  const erased = version === BigInt(ERASED_VERSION);
  yield `initiator  ${nameOf(one)}`;
  yield `e-mail     ${erased ? "erased" : printable(email)}`;
  if (!erased) yield `told by    an event of ${timeText(Number(version))}`;
  if (erased && rowsWithEmail > 0)
    yield `stored     ${rowsWithEmail} with an e-mail, by events that came since; nobody is shown them, erasing again removes them`;
}
