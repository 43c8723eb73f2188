/**
 * ClickHouse's lexical rules, as far as the gateway needs them: where strings, quoted names and comments begin and end, so that a
 * keyword or a semicolon is only seen where the engine sees one. What the two could read differently is refused, never guessed.
 */
import { syntaxError } from "./faults.ts";

export type TokenKind = "word" | "string" | "quoted" | "symbol";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /[\s\u00a0\u2000-\u200b\u3000\ufeff]+/y;
const LINE_COMMENT = /(?:--|\/\/|#(?=[ !]))[^\n]*/y;
const WORD = /[A-Za-z0-9_]+/y;
/** x'41' and b'01': no escapes inside, unlike in other strings. */
const BITS = /[xXbB]'[0-9A-Fa-f]*'/y;
/** Outside of quotes only these mean something. `$` is missing: the engine's rules for names and heredocs with it are intricate. */
const SYMBOL = /[!-#%&(-/:-@[-^{-~]/y;

/** Yields tokens lazily, because the data of an INSERT follows its statement and must not be read as SQL. */
export function* tokenize(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const skipped = match(SPACE, sql, at) ?? match(LINE_COMMENT, sql, at) ?? blockComment(sql, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const token = next(sql, at);
    yield token;
    at = token.end;
  }
}

export const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === "word" && token.text.toUpperCase() === word;

export const isSymbol = (token: Token | undefined, symbol: string): boolean =>
  token?.kind === "symbol" && token.text === symbol;

function next(sql: string, start: number): Token {
  const make = (kind: TokenKind, end: number): Token => ({ kind, text: sql.slice(start, end), start, end });
  const first = sql.charAt(start);
  if (first === "'") return make("string", closing(sql, start, "'"));
  if (first === '"' || first === "`") return make("quoted", closing(sql, start, first));
  const bits = match(BITS, sql, start);
  if (bits !== undefined) return make("string", bits);
  const word = match(WORD, sql, start);
  if (word !== undefined && /^[xb]$/i.test(sql.slice(start, word)) && sql.charAt(word) === "'")
    throw unknown(sql, start);
  if (word !== undefined) return make("word", word);
  const symbol = match(SYMBOL, sql, start);
  if (symbol !== undefined) return make("symbol", symbol);
  throw unknown(sql, start);
}

const unknown = (sql: string, at: number) =>
  syntaxError(`${JSON.stringify(sql.charAt(at))} at position ${at + 1} is not understood outside of quotes`);

function match(pattern: RegExp, sql: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : undefined;
}

/** Block comments nest. */
function blockComment(sql: string, start: number): number | undefined {
  if (!sql.startsWith("/*", start)) return undefined;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(sql); found !== null; found = mark.exec(sql)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  throw syntaxError(`The comment at position ${start + 1} is not closed`);
}

/** End of a literal in which a backslash escapes and a doubled quote stands for itself. */
function closing(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at += 1) {
    const char = sql.charAt(at);
    if (char === "\\") at += 1;
    else if (char === quote && sql.charAt(at + 1) === quote) at += 1;
    else if (char === quote) return at + 1;
  }
  throw syntaxError(`${quote} at position ${start + 1} is not closed`);
}
