// Columns of words that follow from one text of the event (what kind of program a user agent is): found once per different text and
// remembered, from block to block.
import type { WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, ROWS } from "./event-table.ts";

/** Texts are the callers' words: a flood of different ones must not fill the memory. A hundred bytes each. */
const MAX_TEXTS = 100_000;

export class FoundWords {
  readonly #columns: readonly Words[];
  readonly #find: (text: string) => readonly string[];
  readonly #texts = new Dictionary();
  #version = -1;

  /** `find`: a word per column. */
  constructor(columns: readonly WordColumn[], find: (text: string) => readonly string[]) {
    this.#columns = columns.map((column) => new Words(column));
    this.#find = find;
  }

  /** To be called when the columns are cleared: their dictionaries are empty again. With another version other words are found. */
  clear(version: number): void {
    for (const words of this.#columns) words.clear();
    if (version !== this.#version || this.#texts.size > MAX_TEXTS) this.#forget();
    this.#version = version;
  }

  /** The words of every row; the cells of their texts begin at `place`. */
  append(source: Cursor, { cells, rows }: EventTable, place: number): void {
    const columns = this.#columns;
    for (const { column } of columns) column.reserve(rows);
    for (let row = 0; row < rows; row++) {
      const start = cells[place + row] ?? 0;
      const length = cells[place + ROWS + row] ?? 0;
      const known = this.#texts.size;
      const text = this.#texts.numberOf(source, start, length);
      if (text === known) this.#learn(source.bytes.toString("utf8", start, start + length));
      for (let index = 0; index < columns.length; index++) columns[index]!.push(text);
    }
  }

  /** No word at all, for so many rows. */
  appendNothing(rows: number): void {
    for (const { column } of this.#columns) column.repeat(column.dictionary.numberOfText(""), rows);
  }

  #learn(text: string): void {
    const found = this.#find(text);
    for (const [index, words] of this.#columns.entries()) words.learn(found[index] ?? "");
  }

  #forget(): void {
    this.#texts.clear();
    for (const words of this.#columns) words.forget();
  }
}

/** One column: which word each text has, and the word's number in the block that is being filled. */
class Words {
  readonly column: WordColumn;
  readonly #words: string[] = [];
  readonly #known = new Map<string, number>();
  /** Per text the number of its word here. */
  #ofText: number[] = [];
  /** Per word its number in the column's dictionary plus one; 0: not there yet. */
  #inBlock: number[] = [];

  constructor(column: WordColumn) {
    this.column = column;
  }

  clear(): void {
    this.#inBlock.fill(0);
  }

  /** Of the next text. */
  learn(word: string): void {
    let number = this.#known.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#known.set(word, number);
      this.#inBlock.push(0);
    }
    this.#ofText.push(number);
  }

  /** Room must be reserved. */
  push(text: number): void {
    const word = this.#ofText[text] ?? 0;
    const number = this.#inBlock[word] || (this.#inBlock[word] = this.#enter(word));
    this.column.push(number - 1);
  }

  forget(): void {
    this.#words.length = 0;
    this.#known.clear();
    this.#ofText = [];
    this.#inBlock = [];
  }

  #enter(word: number): number {
    return this.column.dictionary.numberOfText(this.#words[word] ?? "") + 1;
  }
}
