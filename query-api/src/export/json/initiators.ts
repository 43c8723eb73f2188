// The initiators of a download: their latest e-mails, looked up for many at a time and remembered for a moment.
import type { Emails, Initiator } from "../../emails/emails.ts";
import { placeOf } from "../../wire/columns.ts";
import type { RowReader } from "../../wire/row-reader.ts";
import { valueAt } from "../../wire/wire-values.ts";
import { Piece } from "./byte-writer.ts";
import { BytesCache } from "./bytes-cache.ts";
import { jsonText } from "./sentence.ts";

export interface KnownInitiator {
  readonly email: string | undefined;
  /** `,"initiator":{…}` */
  readonly entry: Piece;
  /** What a sentence calls them, as inside of a JSON text. */
  readonly name: Piece;
}

/** An erasure shows within this time, however long the download takes. */
const KNOWN_MS = 30_000;
const MOST = 20_000;

const KIND = placeOf("initiator_kind");
const ID = placeOf("initiator_id");

export class Initiators {
  readonly #emails: Emails;
  /** Milliseconds of a clock that is never set back. */
  readonly #now: () => number;
  #known = new Map<string, KnownInitiator>();
  #near = new BytesCache<KnownInitiator>();
  #since: number;

  constructor(emails: Emails, now: () => number) {
    this.#emails = emails;
    this.#now = now;
    this.#since = now();
  }

  /** To be called before each piece of rows. */
  forgetOld(): void {
    const now = this.#now();
    if (now - this.#since < KNOWN_MS && this.#known.size < MOST) return;
    this.#since = now;
    this.#known = new Map();
    this.#near = new BytesCache();
  }

  /** Undefined: to be looked up first. */
  of(row: RowReader): KnownInitiator | undefined {
    const { bytes, starts, ends } = row;
    const [start, end] = [starts[KIND] ?? 0, ends[KIND] ?? 0];
    const [from, until] = [starts[ID] ?? 0, ends[ID] ?? 0];
    const near = this.#near.find(bytes, start, end, from, until);
    if (near !== undefined) return near;
    const known = this.#known.get(Initiators.keyOf(row));
    if (known !== undefined) this.#near.put(bytes, start, end, from, until, known);
    return known;
  }

  /** Of rows, in which initiators may repeat. Throws StoreUnavailable. */
  async lookUp(asked: ReadonlyMap<string, Initiator>, signal: AbortSignal): Promise<void> {
    const emailOf = await this.#emails.latest([...asked.values()], signal);
    for (const [key, initiator] of asked) this.#known.set(key, knownInitiator(initiator, emailOf(initiator)));
  }

  /** Under which lookUp keeps it. */
  static keyOf({ bytes, starts, ends }: RowReader): string {
    return [KIND, ID].map((place) => bytes.toString("latin1", starts[place], ends[place])).join("\n");
  }

  static initiatorOf(row: RowReader): Initiator {
    return { kind: valueAt(row, KIND), id: valueAt(row, ID) };
  }
}

export const knownInitiator = ({ kind, id }: Initiator, email: string | undefined): KnownInitiator => ({
  email,
  entry: new Piece(`,"initiator":${JSON.stringify({ kind, id, email })}`),
  name: new Piece(jsonText(email ?? id)),
});
