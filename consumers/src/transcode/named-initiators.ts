// Which initiators' e-mails a block tells that were not told before: they are kept apart from the events. Told once per initiator and e-mail
// and remembered, so that the usual event costs two look-ups. Another worker knows nothing of it: so that an older e-mail, told by that one,
// does not become the latest, an e-mail that is still named is told again from time to time.
import type { Initiator } from "../ports.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";
import { EMAIL } from "./fields.ts";

const KINDS = placeOf("initiator.kind");
const IDS = placeOf("initiator.id");
const EMAILS = placeOf(EMAIL);
const MAX_REMEMBERED = 50_000;
/** Between events, milliseconds. Of several e-mails that are named within it, any may become the latest. */
export const TOLD_AGAIN_MS = 3_600_000;

export class NamedInitiators {
  /** Of the block that is being filled. */
  found: Initiator[] = [];
  readonly #kinds: readonly string[];
  readonly #ids = new Dictionary();
  readonly #emails = new Dictionary();
  /** By id and kind: the number of the e-mail that came last, plus one, and when (milliseconds UTC). */
  #last: (number | undefined)[] = [];
  #times: (number | undefined)[] = [];
  /** By id and kind: the event time that it was told under. */
  #told: (number | undefined)[] = [];

  /** `kinds`: the symbols of initiator.kind. */
  constructor(kinds: readonly string[]) {
    this.#kinds = kinds;
  }

  clear(): void {
    this.found = [];
    if (this.#ids.size > MAX_REMEMBERED || this.#emails.size > MAX_REMEMBERED) this.#forget();
  }

  read(source: Cursor, { cells, eventTimes, rows }: EventTable): void {
    for (let row = 0; row < rows; row++) {
      const length = cells[EMAILS + ROWS + row] ?? 0;
      if (length === 0) continue;
      const start = cells[EMAILS + row] ?? 0;
      const email = this.#emails.numberOf(source, start, length);
      const id = this.#ids.numberOf(source, cells[IDS + row] ?? 0, cells[IDS + ROWS + row] ?? 0);
      const kind = cells[KINDS + row] ?? 0;
      if (this.#isNews(id * this.#kinds.length + kind, email, eventTimes[row] ?? 0))
        this.#tell(kind, this.#ids.textOf(id), this.#emails.textOf(email), eventTimes[row] ?? 0);
    }
  }

  /** Of an event that was read through avsc. */
  readOne({ kind, id, email, version }: Initiator): void {
    const key = this.#ids.numberOfText(id) * this.#kinds.length + this.#kinds.indexOf(kind);
    if (this.#isNews(key, this.#emails.numberOfText(email), version)) this.found.push({ kind, id, email, version });
  }

  /** An older event than the last does not bring back the e-mail of then. */
  #isNews(key: number, email: number, time: number): boolean {
    if (time < (this.#times[key] ?? 0)) return false;
    this.#times[key] = time;
    if (this.#last[key] === email + 1 && time - (this.#told[key] ?? 0) < TOLD_AGAIN_MS) return false;
    this.#last[key] = email + 1;
    this.#told[key] = time;
    return true;
  }

  #tell(kind: number, id: string, email: string, version: number): void {
    this.found.push({ kind: this.#kinds[kind] ?? "", id, email, version });
  }

  #forget(): void {
    this.#ids.clear();
    this.#emails.clear();
    this.#last = [];
    this.#times = [];
    this.#told = [];
  }
}
