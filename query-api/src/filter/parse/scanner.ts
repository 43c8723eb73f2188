// Reads the text from left to right, each character once but for one look ahead.
import { FilterFault } from "./filter-fault.ts";
import { COMPARATORS, ESCAPES, isQuote, isSpace } from "./words.ts";

type Comparator = (typeof COMPARATORS)[number];

export class Scanner {
  readonly text: string;
  /** Index of the next character. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get next(): string {
    return this.text[this.at] ?? "";
  }

  /** At the end, or before the parenthesis that ends a group. */
  get isAtEnd(): boolean {
    return this.next === "" || this.next === ")";
  }

  skipSpace(): void {
    while (this.next !== "" && isSpace(this.next)) this.at += 1;
  }

  /** Whether the character came next, and was read. */
  take(character: string): boolean {
    const isNext = this.next === character;
    if (isNext) this.at += 1;
    return isNext;
  }

  /** The same for a keyword, which ends where a bare text ends. */
  takeKeyword(keyword: string): boolean {
    if (!this.text.startsWith(keyword, this.at) || !this.endsBare(this.at + keyword.length)) return false;
    this.at += keyword.length;
    return true;
  }

  comparator(): Comparator | undefined {
    const found = COMPARATORS.find((one) => this.text.startsWith(one, this.at));
    this.at += found?.length ?? 0;
    return found;
  }

  /** A field's name or a word to search for: it ends where a value ends, or at a comparator. May be ''. */
  word(): string {
    return this.until((at) => this.endsBare(at) || COMPARATORS.some((one) => this.text.startsWith(one, at)));
  }

  /** A value without quotes, in which colons and the like mean nothing. May be ''. */
  bareValue(): string {
    return this.until((at) => this.endsBare(at));
  }

  /** The text between quotes, which come next. */
  quoted(): string {
    const opening = this.at;
    const quote = this.next;
    const parts: string[] = [];
    for (;;) {
      this.at += 1;
      if (this.next === "") throw new FilterFault(opening, `expected a ${quote} that ends the text`);
      if (this.next === quote) break;
      parts.push(this.next === "\\" ? this.escape() : this.next);
    }
    this.at += 1;
    const text = parts.join("");
    if (!text.isWellFormed())
      throw new FilterFault(opening, "expected whole characters: \\u is followed by half of one");
    return text;
  }

  /** Between a text and what follows it there is a space. */
  expectBreak(): void {
    if (this.isAtEnd || isSpace(this.next)) return;
    throw new FilterFault(this.at, `expected a space here; a text with ${this.next} in it is put in quotes`);
  }

  private escape(): string {
    this.at += 1;
    if (this.next === "u") {
      const digits = this.text.slice(this.at + 1, this.at + 5);
      if (/^[0-9a-fA-F]{4}$/.test(digits)) {
        this.at += 4;
        return String.fromCharCode(Number.parseInt(digits, 16));
      }
    }
    const character = ESCAPES.get(this.next);
    if (character === undefined)
      throw new FilterFault(this.at - 1, String.raw`expected \", \', \\, \n, \r, \t or \u and four digits`);
    return character;
  }

  private endsBare(at: number): boolean {
    const character = this.text[at] ?? "";
    return character === "" || character === "(" || character === ")" || character === '"' || isSpace(character);
  }

  private until(isEnd: (at: number) => boolean): string {
    const start = this.at;
    while (!isEnd(this.at)) this.at += 1;
    return this.text.slice(start, this.at);
  }
}

export const startsQuoted = (scanner: Scanner): boolean => isQuote(scanner.next);
