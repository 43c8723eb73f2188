// `erase`: first nobody is shown the e-mail any more, then it is removed from disk, then it is waited for. Typed again, it goes on where it was.
import { ERASED_VERSION } from "@audit-log/schemas";
import type { Writing } from "../ops/terminal.ts";
import type { Asked } from "./arguments.ts";
import { known, nameOf } from "./choose.ts";
import { NOT_REACHED } from "./not-reached.ts";
import type { InitiatorTable, KnownInitiator } from "./table.ts";

export interface ErasePorts {
  table: InitiatorTable;
  /** True where a person said yes. */
  confirm: (question: string) => Promise<boolean>;
  /** Resolves after a second. */
  second: () => Promise<unknown>;
}

/** The table keeps former parts for a minute and looks for them twice a minute (migration 0003); an operator may have set longer times, 8 and 5 minutes as by default. */
const LONGEST_WAIT_S = 1_200;

/** False where nothing is known, somebody said no, or something is left to do: typing it again does it. */
export async function erase(
  { table, confirm, second }: ErasePorts,
  asked: Asked & { yes: boolean },
  { out, note }: Writing,
): Promise<boolean> {
  const [initiator, ...others] = await known(table, asked, note);
  if (initiator === undefined) return false;
  const name = nameOf(initiator);
  if (others.length > 0) {
    note(`there are several: ${[initiator, ...others].map(nameOf).join(", ")}; --kind says which`);
    return false;
  }
  if (!asked.yes && !(await confirm(`Erase the e-mail of ${name} for ever? [y/N] `)))
    return (out("nothing was erased"), false);

  if (isShown(initiator)) await table.hideForEver(initiator);
  out(`${name}: no entry shows an e-mail any more, whatever event names one (readers may remember it for 30 seconds)`);
  if (initiator.rowsWithEmail > 0) await table.removeEmails(initiator);
  out(`rows with an e-mail that were removed: ${initiator.rowsWithEmail}`);
  const isGone = await formerPartsGone(table, second, note);
  if (isGone) out("no file of the table holds it any more");
  else note("the former files are still there after 20 minutes: type the command again to go on waiting");

  const since = (await table.find(initiator.id)).find(({ kind }) => kind === initiator.kind)?.rowsWithEmail ?? 0;
  if (since > 0) note(`events have named it again in the meantime (rows: ${since}), nobody is shown it: erase again`);
  for (const line of NOT_REACHED) out(line);
  return isGone && since === 0;
}

const isShown = ({ version }: KnownInitiator): boolean => version < BigInt(ERASED_VERSION);

/** Waits for those that are there now: workers write, and make new ones all the time. */
async function formerPartsGone(
  table: Pick<InitiatorTable, "formerParts">,
  second: () => Promise<unknown>,
  note: (line: string) => void,
): Promise<boolean> {
  let left = await table.formerParts();
  for (let waited = 0; left.length > 0; waited += 1) {
    if (waited === LONGEST_WAIT_S) return false;
    if (waited === 0)
      note(`ClickHouse removes the former files by itself (parts: ${left.length}), within minutes: waiting`);
    await second();
    const still = new Set(await table.formerParts());
    left = left.filter((part) => still.has(part));
  }
  return true;
}
