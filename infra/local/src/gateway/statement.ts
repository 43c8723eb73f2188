/**
 * What one request asks for. Exactly one statement is accepted; an INSERT that carries data is split from it, and a SELECT is cut
 * where its output clause belongs, because the engine writes results to a pipe that the gateway names.
 */
import { type Token, isSymbol, isWord, tokenize } from "./tokens.ts";
import { syntaxError } from "./faults.ts";

/** A SELECT whose result is streamed: `head` INTO OUTFILE … `tail`. */
export interface ReadStatement {
  readonly kind: "read";
  readonly verb: string;
  readonly tokens: readonly Token[];
  readonly head: string;
  readonly tail: string;
  readonly format: string | undefined;
}

/** An INSERT followed by data: `head` FROM INFILE … `settings` FORMAT `format`; the data begins at `dataStart`. */
export interface InsertStatement {
  readonly kind: "insert";
  readonly verb: "INSERT";
  readonly tokens: readonly Token[];
  readonly head: string;
  readonly settings: string;
  readonly format: string;
  readonly dataStart: number;
}

/** Everything else; its result is small. */
export interface OtherStatement {
  readonly kind: "other";
  readonly verb: string;
  readonly tokens: readonly Token[];
  readonly sql: string;
  readonly format: string | undefined;
}

export type Statement = ReadStatement | InsertStatement | OtherStatement;

const STREAMED = new Set(["SELECT", "WITH", "FROM", "("]);
const VERBS = new Set(
  `ALTER ATTACH BACKUP CHECK CREATE DELETE DESC DESCRIBE DETACH DROP EXCHANGE EXISTS EXPLAIN FROM GRANT INSERT KILL MOVE OPTIMIZE
   RENAME REPLACE RESTORE REVOKE SELECT SET SHOW SYSTEM TRUNCATE UNDROP UPDATE USE WITH (`.split(/\s+/),
);

export function parseStatement(sql: string): Statement {
  const tokens: Token[] = [];
  let depth = 0;
  let ended = false;
  for (const token of tokenize(sql)) {
    if (isSymbol(token, ";")) {
      ended = true;
      continue;
    }
    if (ended) throw syntaxError("Multi-statements are not allowed");
    tokens.push(token);
    depth += depthChange(token);
    const insert = depth === 0 ? dataInsert(sql, tokens) : undefined;
    if (insert !== undefined) return insert;
  }
  return complete(sql, tokens);
}

function complete(sql: string, tokens: readonly Token[]): Statement {
  const first = tokens[0];
  if (first === undefined) throw syntaxError("Empty query");
  const verb = first.text.toUpperCase();
  // Words such as `exit` are commands to the embedded client, not SQL: they must not reach it.
  if (!VERBS.has(verb))
    throw syntaxError(
      `Syntax error: failed at position 1, a statement does not begin with ${JSON.stringify(first.text)}`,
    );
  refuseClientFiles(tokens);
  const end = tokens.at(-1)?.end ?? 0;
  const output = outputClause(tokens);
  const format = output?.format;
  if (!STREAMED.has(verb)) return { kind: "other", verb, tokens, sql: sql.slice(0, end), format };
  const cut = output?.start ?? end;
  return { kind: "read", verb, tokens, head: sql.slice(0, cut), tail: sql.slice(cut, end), format };
}

/** `INSERT … FORMAT X` or `INSERT … VALUES`, recognised at the very token after which data begins. */
function dataInsert(sql: string, tokens: readonly Token[]): InsertStatement | undefined {
  const last = tokens.at(-1);
  if (!isWord(tokens[0], "INSERT") || last === undefined || tokens.length < 3) return undefined;
  const values = isWord(last, "VALUES");
  if (!values && !(isWord(tokens.at(-2), "FORMAT") && last.kind === "word")) return undefined;
  const clause = values ? last : (tokens.at(-2) ?? last);
  if (tokens.some((token, index) => index > 2 && (isWord(token, "SELECT") || isWord(token, "WITH")))) return undefined;
  refuseClientFiles(tokens);
  const settings = topLevel(tokens, "SETTINGS");
  return {
    kind: "insert",
    verb: "INSERT",
    tokens,
    head: sql.slice(0, settings?.start ?? clause.start),
    settings: settings === undefined ? "" : sql.slice(settings.start, clause.start),
    format: values ? "Values" : last.text,
    dataStart: dataStart(sql, last.end),
  };
}

/** Data begins after the first line break, or after all blanks where there is none, as in the server. */
function dataStart(sql: string, from: number): number {
  const blanks = /[ \t\f]*(?:\r?\n)?/y;
  blanks.lastIndex = from;
  blanks.test(sql);
  return blanks.lastIndex;
}

/** The last `FORMAT x`, when nothing but SETTINGS follows it. */
function outputClause(tokens: readonly Token[]): { start: number; format: string } | undefined {
  for (let at = tokens.length - 2; at > 0; at -= 1) {
    const format = tokens[at + 1];
    if (!isWord(tokens[at], "FORMAT") || format?.kind !== "word") continue;
    const rest = tokens[at + 2];
    const start = tokens[at]?.start;
    if (start !== undefined && (rest === undefined || isWord(rest, "SETTINGS"))) return { start, format: format.text };
  }
  return undefined;
}

function topLevel(tokens: readonly Token[], word: string): Token | undefined {
  let depth = 0;
  return tokens.find((token) => {
    depth += depthChange(token);
    return depth === 0 && isWord(token, word);
  });
}

function depthChange(token: Token): number {
  if (token.kind !== "symbol") return 0;
  return "([{".includes(token.text) ? 1 : ")]}".includes(token.text) ? -1 : 0;
}

/** INTO OUTFILE and FROM INFILE are carried out by a client, here the gateway: nobody may name its files. */
function refuseClientFiles(tokens: readonly Token[]): void {
  const found = tokens.find(
    (token, at) =>
      (isWord(token, "OUTFILE") && isWord(tokens[at - 1], "INTO")) ||
      (isWord(token, "INFILE") && isWord(tokens[at - 1], "FROM")),
  );
  if (found !== undefined) throw syntaxError(`${found.text.toUpperCase()} is not available over HTTP`);
}
