// Full-text search, upper and lower case alike: a word of letters is found as a whole word, which the index `words` knows; text with digits,
// with anything else in it, or of several words is found where it occurs, among the entries that have its words. All that depends on how
// it is stored is here: the SQL and the same in TypeScript.
import { events, SEARCHED_PARTS, SEARCHED_TEXT, SEARCHED_WORDS } from "@audit-log/schemas";
import type { EntryRow } from "../query/entry-row.ts";
import { bindNeedle, fold, jsonNeedles } from "./kinds/contains.ts";
import { anyOf, type Bind } from "./kinds/kind.ts";

/** As ClickHouse's tokenizer splitByNonAlpha: ASCII letters and digits, and everything beyond ASCII. */
const WORDS = /[a-z0-9\u0080-\u{10ffff}]+/gu;

const wordsOf = (text: string): string[] => fold(text).match(WORDS) ?? [];

/** Those that the index knows, each once. */
const indexedWordsOf = (text: string): string[] => [...new Set(wordsOf(text).filter((word) => !/[0-9]/.test(word)))];

/** SQL that is 1 where the text occurs, else 0. */
export function searchCondition(text: string, bind: Bind): string {
  const words = indexedWordsOf(text);
  // Whether it occurs at all is seen sooner than which words a text has: they are looked for in what is left.
  const indexed = words.length === 0 ? [] : [`hasAll(${SEARCHED_WORDS}, ${bind(words, "Array(String)")})`];
  const names = eventsThatSay(text);
  return anyOf([
    [occursCondition(text, bind), ...indexed].join(" AND "),
    ...(names.length === 0 ? [] : [`event_name IN ${bind(names, "Array(String)")}`]),
  ]);
}

function occursCondition(text: string, bind: Bind): string {
  const [, ...escaped] = jsonNeedles(text);
  const needles = [bindNeedle(text, bind), ...escaped.map((needle) => bind(needle, "String"))];
  return anyOf(needles.map((needle) => `position(${SEARCHED_TEXT}, ${needle}) > 0`));
}

export function searchMatches(text: string): (row: EntryRow) => boolean {
  const words = indexedWordsOf(text);
  const needles = jsonNeedles(text);
  const names = new Set(eventsThatSay(text));
  return (row) => {
    if (names.has(row.event_name)) return true;
    const searched = SEARCHED_PARTS.map((part) => row[part]).join("\n");
    if (!needles.some((needle) => fold(searched).includes(needle))) return false;
    const said = new Set(wordsOf(searched));
    return words.every((word) => said.has(word));
  };
}

/** The sentence that people read is not stored but made of the catalogue's template; what is filled into it is searched in the columns. */
const sentences: readonly { readonly name: string; readonly parts: readonly string[] }[] = events.map((event) => ({
  name: event.name,
  parts: fold(event.sentence).split(/\{[a-z.]+\}/),
}));

function eventsThatSay(text: string): string[] {
  const needle = fold(text);
  const words = wordsOf(text);
  const says = (part: string): boolean => {
    const said = wordsOf(part);
    return part.includes(needle) && words.every((word) => said.includes(word));
  };
  return sentences.filter(({ parts }) => parts.some(says)).map(({ name }) => name);
}
