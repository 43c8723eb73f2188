// The column `entry`: what an event is made of as one text (schemas/src/entry-text.ts), from the cells of a table and the columns of words.
// Every part of every event goes through it, so it is JavaScript that is made once, as read-event.ts is: every position in it is a constant,
// and it makes no object per event.
import { compileFunction } from "node:vm";
import { BOUNDARY, ENTRY_PARTS, type EntryPart, SEARCHED_PARTS, SEPARATOR } from "@audit-log/schemas";
import { type ByteBuffer, copyBytes } from "./byte-buffer.ts";
import type { WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { MAX_DECIMAL_BYTES, writeDecimal } from "./decimal.ts";
import type { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";
import { CHOICES, ENTRY_TEXTS, FOUND, JSONS, STATUS_CODE, TEXTS, WORDS } from "./fields.ts";

/** Parts that are copied from the record, and those from the table's JSON: where their cells begin. */
const TEXT_PLACES = placesOf([...TEXTS, ...WORDS, ...ENTRY_TEXTS]);
const JSON_PLACES = placesOf(JSONS);

/** Parts that are copied from their columns' dictionaries. */
export const ENTRY_WORDS: readonly string[] = ["domain", ...CHOICES.map(([name]) => name), ...FOUND];

/**
 * The length stands before an entry and is known behind it: it takes so many bytes always, and a varint may be longer than it must. Two
 * would end at 16 KiB. An event has at most 256 KiB, but what is one byte of it becomes the name of a field and more in JSON: twenty times
 * as long with our schemas, and with a foreign one as long as it likes, where four bytes would end at 256 MiB.
 */
const LENGTH_BYTES = 5;

/** What an entry takes beside its texts, its JSON and its words: its length, separators, the boundary, and two numbers. */
const OTHER_BYTES = LENGTH_BYTES + ENTRY_PARTS.length + 2 + 2 * MAX_DECIMAL_BYTES;

/** `numbers`: per column of ENTRY_WORDS those of the table's rows. Room must be reserved. */
type WriteEntries = (
  source: Cursor,
  table: EventTable,
  to: ByteBuffer,
  numbers: readonly Uint32Array[],
  dictionaries: readonly Dictionary[],
) => void;

export class EntryTexts {
  readonly #data: ByteBuffer;
  readonly #words: readonly WordColumn[];
  readonly #write = entriesWriter();

  /** `words`: the columns of ENTRY_WORDS. */
  constructor(data: ByteBuffer, words: readonly WordColumn[]) {
    this.#data = data;
    this.#words = words;
  }

  /** Every row of the table; the columns of words have got theirs. */
  append(source: Cursor, table: EventTable): void {
    const dictionaries = this.#words.map(({ dictionary }) => dictionary);
    const longestWords = dictionaries.reduce((bytes, { longest }) => bytes + longest, 0);
    // Texts are parts of the source, none of which is part of two.
    this.#data.reserve(source.bytes.length + table.json.end + table.rows * (OTHER_BYTES + longestWords));
    const numbers = this.#words.map((column) => column.last(table.rows));
    this.#write(source, table, this.#data, numbers, dictionaries);
  }
}

function entriesWriter(): WriteEntries {
  const code = `return function writeEntries({ bytes, view }, { cells, sequences, json, rows }, target, numbers, dictionaries) {
  const to = target.bytes, toView = target.view, jsonBytes = json.bytes, jsonView = json.view;
${ENTRY_WORDS.map((_part, n) => constantsOfWord(n)).join("\n")}
  let end = target.end, start = 0, word = 0;
  for (let row = 0; row < rows; row++) {
    start = end + ${LENGTH_BYTES};
    end = start;
${ENTRY_PARTS.map(statement).join("\n")}
    end--;
    writeLength(to, start, end - start);
  }
  target.end = end;
};`;
  const make = compileFunction(code, ["part", "decimal", "writeLength"]);
  return make(writePart, writeNumber, writeLength);
}

const constantsOfWord = (n: number): string =>
  `  const numbers${n} = numbers[${n}], words${n} = dictionaries[${n}];
  const { bytes: bytes${n}, view: view${n} } = words${n}.keys;`;

const statement = (part: EntryPart, index: number): string =>
  index === SEARCHED_PARTS.length
    ? `    to[end++] = ${BOUNDARY}; to[end++] = ${SEPARATOR};\n${copy(part)}`
    : copy(part);

function copy(part: EntryPart): string {
  const text = TEXT_PLACES.get(part);
  if (text !== undefined) return `    end = part(to, toView, end, bytes, view, ${cell(text)}, ${cell(text + ROWS)});`;
  const json = JSON_PLACES.get(part);
  if (json !== undefined)
    return `    end = part(to, toView, end, jsonBytes, jsonView, ${cell(json)}, ${cell(json + ROWS)});`;
  const n = ENTRY_WORDS.indexOf(part);
  if (n >= 0)
    return `    word = numbers${n}[row];
    end = part(to, toView, end, bytes${n}, view${n}, words${n}.startOf(word), words${n}.lengthOf(word));`;
  if (part === "status_code") return `    end = decimal(to, end, ${cell(placeOf(STATUS_CODE))});`;
  if (part === "producer_sequence") return "    end = decimal(to, end, sequences[row]);";
  throw new Error(`nothing is known to be the part ${part}`);
}

const cell = (place: number): string => `cells[${place} + row]`;

/** `length` bytes of `from`, and the separator behind them. Returns the new end. */
function writePart(
  to: Buffer,
  toView: DataView,
  end: number,
  from: Buffer,
  fromView: DataView,
  start: number,
  length: number,
): number {
  copyBytes(from, fromView, start, length, to, toView, end);
  to[end + length] = SEPARATOR;
  return end + length + 1;
}

function writeNumber(to: Buffer, end: number, value: number): number {
  const next = writeDecimal(value, to, end);
  to[next] = SEPARATOR;
  return next + 1;
}

/** As a varint of LENGTH_BYTES before `start`. */
function writeLength(to: Buffer, start: number, length: number): void {
  to[start - 5] = length | 0x80;
  to[start - 4] = (length >>> 7) | 0x80;
  to[start - 3] = (length >>> 14) | 0x80;
  to[start - 2] = (length >>> 21) | 0x80;
  to[start - 1] = length >>> 28;
}

function placesOf(leaves: readonly (readonly [name: string, path: string])[]): ReadonlyMap<string, number> {
  return new Map(leaves.map(([name, path]) => [name, placeOf(path)]));
}
