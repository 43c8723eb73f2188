/**
 * What the reader may send. The engine itself refuses writing and table functions (`readonly = 1` on its connection); here is what
 * that setting lets through: the scalar file() and DESCRIBE of a table function read local files, KILL reaches other queries.
 */
import { type Statement } from "./statement.ts";
import { type Token, isSymbol, isWord } from "./tokens.ts";
import { ClickHouseFault, accessDenied } from "./faults.ts";

const READING = new Set(["SELECT", "WITH", "FROM", "(", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS"]);
const REACHING_OUT = new Set(
  `azureBlobStorage azureBlobStorageCluster cluster clusterAllReplicas deltaLake dictionary executable file fileCluster fuzzJSON gcs hdfs
   hdfsCluster hive hudi iceberg input jdbc mergeTreeIndex mergeTreeProjection mongodb mysql odbc paimon postgresql remote remoteSecure redis
   s3 s3Cluster sqlite url urlCluster python catboostEvaluate ytsaurus`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);

export function checkReader(statement: Statement): void {
  if (!READING.has(statement.verb)) {
    throw new ClickHouseFault(164, "READONLY", "reader: Cannot execute query in readonly mode", { status: 500 });
  }
  statement.tokens.forEach((token, at) => {
    if (isSymbol(statement.tokens[at + 1], "(") && REACHING_OUT.has(bareName(token))) {
      throw accessDenied(`reader: Not enough privileges to use ${token.text}()`);
    }
  });
}

/** Names may be quoted: `file`( is file(. Escapes inside are left alone: an escaped spelling is refused below by its backslash. */
function bareName(token: Token): string {
  if (token.kind === "word") return token.text.toLowerCase();
  if (token.kind !== "quoted") return "";
  if (token.text.includes("\\")) throw accessDenied("reader: Escapes in quoted function names are not allowed");
  return token.text.slice(1, -1).toLowerCase();
}

export interface Hoisted {
  readonly head: string;
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * A reader in production may use a SETTINGS clause. Here it may only be the last one, of plain `name = literal` pairs, which is moved
 * to the connection before that is made read-only: inside of a subquery the engine would accept even `SETTINGS readonly = 0`.
 */
export function hoistSettings(sql: string, tokens: readonly Token[]): Hoisted {
  const clauses = tokens.flatMap((token, at) => (beginsSettings(tokens, at) ? [{ token, at }] : []));
  const [clause, another] = clauses;
  const settings = new Map<string, string>();
  if (clause === undefined) return { head: sql, settings };
  const pairs = tokens.slice(clause.at + 1).filter((token) => token.end <= sql.length);
  if (another !== undefined || pairs.length === 0) throw misplacedSettings();
  for (let at = 0; at < pairs.length; at += 4) {
    const [name, , value, comma] = pairs.slice(at, at + 4);
    const literal = value?.kind === "word" || value?.kind === "string";
    if (name?.kind !== "word" || !literal || !isSymbol(pairs[at + 1], "=")) throw misplacedSettings();
    if (comma !== undefined && !isSymbol(comma, ",")) throw misplacedSettings();
    settings.set(name.text, value.kind === "string" ? value.text.slice(1, -1) : value.text);
  }
  return { head: sql.slice(0, clause.token.start), settings };
}

/** A column may be called `settings`: a clause is followed by an assignment. */
function beginsSettings(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 1];
  return (
    isWord(tokens[at], "SETTINGS") &&
    (name?.kind === "word" || name?.kind === "quoted") &&
    isSymbol(tokens[at + 2], "=")
  );
}

const misplacedSettings = () =>
  new ClickHouseFault(
    164,
    "READONLY",
    "reader: SETTINGS is only allowed once, at the end and before FORMAT, as name = literal",
  );
