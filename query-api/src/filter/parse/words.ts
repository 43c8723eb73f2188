// What the language is made of: words that mean something, and quotes with their escapes. Reading and printing both go by it.

const KEYWORDS: readonly string[] = ["AND", "OR", "NOT"];

/** In capitals they are the language's; written small they are refused, because a search for "and" is hardly meant. */
export const isKeyword = (word: string): boolean => KEYWORDS.includes(word.toUpperCase());

/** Also the space that comes along when text is copied from a page. */
export const isSpace = (character: string): boolean => " \t\n\r\u00a0".includes(character);

export const isQuote = (character: string): boolean => character === '"' || character === "'";

/** Longest first. */
export const COMPARATORS = ["!=", "<=", ">=", "=", "<", ">", ":"] as const;

/** What follows a backslash between quotes, beside \uXXXX. */
export const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Between double quotes; JSON's escapes are among ours but for these two. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(/\\(\\|b|f)/g, (escape, which: string) =>
    which === "\\" ? escape : which === "b" ? "\\u0008" : "\\u000c",
  );
