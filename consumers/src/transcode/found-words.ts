// Columns of words that follow from one text of the event (what kind of program a user agent is): found once per different text and
// remembered, from block to block.
import type { WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, ROWS } from "./event-table.ts";

/** Texts are the callers' words: a flood of different ones must not fill the memory. */
const MAX_TEXTS = 20_000;

export class FoundWords {
  readonly #columns: readonly WordColumn[];
  readonly #find: (text: string) => readonly string[];
  readonly #texts = new Dictionary();
  /** Per text, a word per column. */
  #found: (readonly string[])[] = [];
  /** Per text and column the word's number in the column's dictionary plus one; 0: not there yet. */
  #numbers = new Int32Array(64);
  #version = -1;

  /** `find`: a word per column. */
  constructor(columns: readonly WordColumn[], find: (text: string) => readonly string[]) {
    this.#columns = columns;
    this.#find = find;
  }

  /** To be called when the columns are cleared: their dictionaries are empty again. With another version other words are found. */
  clear(version: number): void {
    this.#numbers.fill(0);
    if (version !== this.#version) this.#forget();
    this.#version = version;
  }

  /** The words of every row; the cells of their texts begin at `place`. */
  append(source: Cursor, { cells, rows }: EventTable, place: number): void {
    const columns = this.#columns;
    const width = columns.length;
    for (const column of columns) column.reserve(rows);
    for (let row = 0; row < rows; row++) {
      const text = this.#numberOf(source, cells[place + row] ?? 0, cells[place + ROWS + row] ?? 0);
      for (let index = 0; index < width; index++)
        columns[index]!.push((this.#numbers[text * width + index] || this.#enter(text, index)) - 1);
    }
  }

  #numberOf(source: Cursor, start: number, length: number): number {
    const texts = this.#texts;
    const number = texts.numberOf(source, start, length);
    if (number < this.#found.length) return number;
    if (number >= MAX_TEXTS) this.#forget();
    this.#found.push(this.#find(source.bytes.toString("utf8", start, start + length)));
    if (this.#found.length * this.#columns.length > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    return number >= MAX_TEXTS ? texts.numberOf(source, start, length) : number;
  }

  #enter(text: number, index: number): number {
    const number = (this.#columns[index]?.dictionary.numberOfText(this.#found[text]?.[index] ?? "") ?? 0) + 1;
    this.#numbers[text * this.#columns.length + index] = number;
    return number;
  }

  #forget(): void {
    this.#texts.clear();
    this.#found = [];
    this.#numbers.fill(0);
  }
}
