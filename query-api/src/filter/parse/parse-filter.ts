// From a text to a filter: recursive descent, one function per rule of the language (../README.md).
import { findField, nearestFields } from "../fields/find-field.ts";
import { fields, type FieldName } from "../fields/fields.ts";
import type { Expression, Filter } from "../filter.ts";
import type { Operator } from "../kinds/kind.ts";
import { MAX_DEPTH, MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH } from "../limits.ts";
import { FilterFault, shown } from "./filter-fault.ts";
import { checked, readValues } from "./read-value.ts";
import { Scanner, startsQuoted } from "./scanner.ts";
import { isKeyword, isSpace } from "./words.ts";

export type ParsedFilter =
  | { readonly ok: true; readonly filter: Filter }
  /** `message`: what was expected, for the one who wrote it. `column`: of the first character that is wrong, from 1, in UTF-16 code units. */
  | { readonly ok: false; readonly fault: { readonly message: string; readonly column: number } };

/** Never throws. An empty text asks for all entries. */
export function parseFilter(text: string): ParsedFilter {
  try {
    if (text.length > MAX_TEXT_LENGTH)
      throw new FilterFault(MAX_TEXT_LENGTH, `expected at most ${MAX_TEXT_LENGTH} characters`);
    if (!text.isWellFormed()) throw new FilterFault(0, "expected whole characters: the text has half of one");
    return { ok: true, filter: new FilterParser(text).filter() };
  } catch (fault) {
    if (!(fault instanceof FilterFault)) throw fault;
    return { ok: false, fault: { message: fault.message, column: fault.at + 1 } };
  }
}

class FilterParser {
  readonly #scanner: Scanner;
  #terms = 0;
  #searches = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  filter(): Filter {
    const scanner = this.#scanner;
    scanner.skipSpace();
    if (scanner.next === "") return { kind: "all" };
    const filter = this.#conjunction(0);
    if (scanner.next !== "") throw new FilterFault(scanner.at, "expected no ) here: it ends nothing");
    return filter;
  }

  /** conjunction = disjunction { ["AND"] disjunction } */
  #conjunction(depth: number): Expression {
    const scanner = this.#scanner;
    const all = [this.#disjunction(depth)];
    for (;;) {
      scanner.skipSpace();
      if (scanner.isAtEnd) break;
      if (scanner.takeKeyword("AND")) scanner.skipSpace();
      all.push(this.#disjunction(depth));
    }
    return oneOf("and", all);
  }

  /** disjunction = negation { "OR" negation } */
  #disjunction(depth: number): Expression {
    const any = [this.#negation(depth)];
    this.#scanner.skipSpace();
    while (this.#scanner.takeKeyword("OR")) {
      this.#scanner.skipSpace();
      any.push(this.#negation(depth));
      this.#scanner.skipSpace();
    }
    return oneOf("or", any);
  }

  /** negation = ["NOT" | "-"] simple, any number of times */
  #negation(depth: number): Expression {
    const scanner = this.#scanner;
    const { at } = scanner;
    if (depth > MAX_DEPTH)
      throw new FilterFault(at, `expected at most ${MAX_DEPTH} parentheses and negations inside of each other`);
    if (scanner.takeKeyword("NOT")) {
      scanner.skipSpace();
      return { kind: "not", of: this.#negation(depth + 1) };
    }
    if (scanner.take("-")) {
      if (isSpace(scanner.next)) throw new FilterFault(scanner.at, "expected no space after -");
      return { kind: "not", of: this.#negation(depth + 1) };
    }
    if (!scanner.take("(")) return this.#term();
    scanner.skipSpace();
    const group = this.#conjunction(depth + 1);
    if (!scanner.take(")")) throw new FilterFault(at, "expected a ) that ends this group");
    return group;
  }

  /** term = quoted text | word | field comparator values */
  #term(): Expression {
    const scanner = this.#scanner;
    const { at } = scanner;
    if (startsQuoted(scanner)) return this.#phrase();
    const word = scanner.word();
    if (word === "") throw new FilterFault(at, "expected a field, a word or a group");
    if (isKeyword(word)) throw keywordFault(word, at);
    const end = scanner.at;
    scanner.skipSpace();
    const operatorAt = scanner.at;
    const operator = scanner.comparator();
    if (operator !== undefined) return this.#comparison(fieldOf(word, at, operator), operator, operatorAt);
    scanner.at = end;
    scanner.expectBreak();
    const star = word.indexOf("*");
    if (star >= 0) throw new FilterFault(at + star, "expected a word without *: a search finds parts of words");
    return this.#search(word, at);
  }

  #phrase(): Expression {
    const scanner = this.#scanner;
    const { at } = scanner;
    const text = scanner.quoted();
    scanner.expectBreak();
    if (text === "") throw new FilterFault(at, "expected a text between the quotes");
    return this.#search(text, at);
  }

  #search(text: string, at: number): Expression {
    this.#count(at);
    this.#searches += 1;
    if (this.#searches > MAX_SEARCHES)
      throw new FilterFault(at, `expected at most ${MAX_SEARCHES} words and quoted texts to search for`);
    return { kind: "search", text: checked(text, at) };
  }

  #comparison(field: FieldName, operator: Operator, at: number): Expression {
    const scanner = this.#scanner;
    const { optional } = fields[field];
    const { operators } = fields[field].kind;
    scanner.skipSpace();
    const valueAt = scanner.at;
    if (operator === ":" && scanner.takeKeyword("*")) {
      scanner.expectBreak();
      if (!optional) throw new FilterFault(valueAt, `expected another value than *: every entry has ${field}`);
      this.#count(valueAt);
      return { kind: "present", field };
    }
    if (!operators.includes(operator)) {
      const hint = optional ? `; ${field}:* finds entries that have it` : "";
      throw new FilterFault(at, `expected ${operators.join(" or ")} after ${field}${hint}`);
    }
    return {
      kind: "comparison",
      field,
      operator,
      values: readValues(scanner, field, operator, (place) => this.#count(place)),
    };
  }

  #count(at: number): void {
    this.#terms += 1;
    if (this.#terms > MAX_TERMS)
      throw new FilterFault(at, `expected at most ${MAX_TERMS} values and words in one filter`);
  }
}

function oneOf(kind: "and" | "or", of: readonly Expression[]): Expression {
  const [only, ...more] = of;
  return only !== undefined && more.length === 0 ? only : { kind, of };
}

function fieldOf(name: string, at: number, operator: Operator): FieldName {
  const field = findField(name);
  if (field !== undefined) return field;
  const hint = operator === "=" ? "" : `; a text to search for that has ${operator} in it is put in quotes`;
  throw new FilterFault(at, `expected a field, not ${shown(name)}; nearest: ${nearestFields(name).join(", ")}${hint}`);
}

const keywordFault = (word: string, at: number): FilterFault =>
  word === word.toUpperCase()
    ? new FilterFault(at, `expected a field, a word or a group before ${word}`)
    : new FilterFault(at, `expected ${word.toUpperCase()} in capitals; to search for ${shown(word)}, put it in quotes`);
