// What the contract's rules want to know of an event, read from its cells; and whether its texts are texts.
import { isAscii, isUtf8 } from "node:buffer";
import { envelopeSchema, eventByName } from "@audit-log/schemas";
import { isEventId, type Candidate } from "../stages/validate.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";
import { ID, TEXT_PATHS } from "./fields.ts";
import { symbolsAt } from "./symbols.ts";

const IDS = placeOf(ID);
const NAMES = placeOf("eventName");
const SCOPES = placeOf("scope.id");
const SCOPE_TYPES = placeOf("scope.type");
/** Per scope type the part of the context that names the same thing. */
const CONTEXTS = symbolsAt(envelopeSchema, "scope.type").map((type) => placeOf(`context.${type.toLowerCase()}Id`));
const TEXT_PLACES = TEXT_PATHS.map(placeOf);

/** Names are the producer's words: a flood of made-up ones must not fill the memory. */
const MAX_NAMES = 10_000;

export class Rules {
  readonly #names = new Dictionary();
  readonly #domains: (string | undefined)[] = [];
  /** One for all events: there is one at a time. */
  readonly #candidate: Candidate = {
    eventTime: 0,
    sequence: 0,
    hasScopeId: true,
    hasName: true,
    scopeFits: true,
    isEventId: true,
    domain: undefined,
  };

  /** The event in the row behind the table's last, valid until the next call. */
  candidateIn(table: EventTable, source: Cursor): Candidate {
    const candidate = this.#candidate;
    const { cells, rows } = table;
    candidate.eventTime = table.eventTimes[rows] ?? 0;
    candidate.sequence = table.sequences[rows] ?? 0;
    candidate.hasScopeId = cells[SCOPES + ROWS + rows] !== 0;
    candidate.hasName = cells[NAMES + ROWS + rows] !== 0;
    candidate.isEventId = isEventId(source.bytes, cells[IDS + rows] ?? 0);
    candidate.scopeFits = scopeFits(cells, rows, source.bytes);
    candidate.domain = this.#domainOf(source, cells[NAMES + rows] ?? 0, cells[NAMES + ROWS + rows] ?? 0);
    return candidate;
  }

  #domainOf(source: Cursor, start: number, length: number): string | undefined {
    if (this.#names.size > MAX_NAMES) {
      this.#names.clear();
      this.#domains.length = 0;
    }
    const number = this.#names.numberOf(source, start, length);
    if (number === this.#domains.length)
      this.#domains.push(eventByName(source.bytes.toString("utf8", start, start + length))?.domain);
    return this.#domains[number];
  }
}

function scopeFits(cells: Int32Array, row: number, bytes: Buffer): boolean {
  const context = CONTEXTS[cells[SCOPE_TYPES + row] ?? 0] ?? 0;
  const length = cells[context + ROWS + row] ?? 0;
  if (length === 0) return true;
  if (length !== cells[SCOPES + ROWS + row]) return false;
  const own = cells[SCOPES + row] ?? 0;
  const other = cells[context + row] ?? 0;
  for (let index = 0; index < length; index++) if (bytes[own + index] !== bytes[other + index]) return false;
  return true;
}

/** Whether every text of a row is UTF-8. */
export function isWellFormed({ cells }: EventTable, row: number, source: Cursor): boolean {
  return TEXT_PLACES.every((place) => isText(cells, place + row, source));
}

/**
 * Whether every text of the table is UTF-8. `written`: what its columns got, per text that has a column: mostly plain ASCII, lengths
 * included, which is seen at once; only where it is not, and where there is no column, are the texts looked at one by one.
 */
export function areWellFormed({ cells, rows }: EventTable, source: Cursor, written: readonly Buffer[]): boolean {
  return TEXT_PLACES.every((place, column) => {
    const all = written[column];
    if (all !== undefined && isAscii(all)) return true;
    for (let row = 0; row < rows; row++) if (!isText(cells, place + row, source)) return false;
    return true;
  });
}

/** `cell`: of the text's start. */
function isText(cells: Int32Array, cell: number, { bytes, view }: Cursor): boolean {
  const start = cells[cell] ?? 0;
  const end = start + (cells[cell + ROWS] ?? 0);
  let seen = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) seen |= view.getInt32(at);
  for (; at < end; at++) seen |= bytes[at] ?? 0;
  return (seen & 0x8080_8080) === 0 || isUtf8(bytes.subarray(start, end));
}
