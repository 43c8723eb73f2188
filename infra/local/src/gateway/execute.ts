/** Runs one statement on one fresh connection: a SELECT is streamed, the data of an INSERT is spooled first, the rest is answered whole. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { type ServerResponse } from "node:http";
import { join } from "node:path";
import { headersFor, summaryHeader } from "./answer.ts";
import { type Role } from "./auth.ts";
import { type Incoming } from "./incoming.ts";
import { preparation, quoteString } from "./literals.ts";
import { type Lease, type Pool } from "./pool.ts";
import { checkReader, hoistSettings } from "./reader-rules.ts";
import { streamResult } from "./results.ts";
import { type InsertStatement, type OtherStatement, type ReadStatement } from "./statement.ts";

/** Seconds a statement may run when its request does not say. */
const DEFAULT_LIMITS = { reader: "60", writer: "600" } as const;

export interface Gateway {
  readonly pool: Pool;
  readonly spoolDir: string;
}

export async function execute(
  gateway: Gateway,
  incoming: Incoming,
  role: Role,
  response: ServerResponse,
): Promise<void> {
  const { statement } = incoming;
  if (role === "reader") checkReader(statement);
  if (statement.kind === "insert") return insert(gateway, incoming, statement, role, response);
  const { settings, run } = role === "reader" ? readerForm(statement) : { settings: new Map(), run: statement };
  const lease = await prepared(gateway.pool, incoming, role, settings);
  try {
    if (run.kind === "read") await read(lease, incoming, run, response);
    else await answerWhole(lease, incoming, run, response);
  } finally {
    lease.release();
  }
}

function readerForm(statement: ReadStatement | OtherStatement) {
  const { head, settings } = hoistSettings(
    statement.kind === "read" ? statement.head : statement.sql,
    statement.tokens,
  );
  return { settings, run: statement.kind === "read" ? { ...statement, head } : { ...statement, sql: head } };
}

async function prepared(
  pool: Pool,
  { request }: Incoming,
  role: Role,
  hoisted: ReadonlyMap<string, string>,
): Promise<Lease> {
  const settings = new Map([["max_execution_time", DEFAULT_LIMITS[role]], ...request.settings, ...hoisted]);
  // Last, because nothing can be set after it: the engine then refuses writing, DDL and table functions on this connection.
  if (role === "reader") settings.delete("readonly");
  const steps = [
    ...preparation(settings, request.parameters, request.database),
    ...(role === "reader" ? ["SET readonly = 1"] : []),
  ];
  const lease = await pool.lease();
  try {
    for (const step of steps) await lease.run(step);
    return lease;
  } catch (error) {
    lease.release();
    throw error;
  }
}

async function read(
  lease: Lease,
  { request }: Incoming,
  statement: ReadStatement,
  response: ServerResponse,
): Promise<void> {
  const format = statement.format ?? request.defaultFormat;
  const tail = statement.format === undefined ? `FORMAT ${request.defaultFormat}` : statement.tail;
  const headers = headersFor(request.queryId, format);
  await streamResult(lease, { head: statement.head, tail, gzip: request.gzipWanted, headers }, response);
}

async function answerWhole(
  lease: Lease,
  { request }: Incoming,
  statement: OtherStatement,
  response: ServerResponse,
): Promise<void> {
  const result = await lease.run(statement.sql, request.defaultFormat);
  const headers = headersFor(request.queryId, statement.format ?? request.defaultFormat);
  response.writeHead(200, { ...headers, "X-ClickHouse-Summary": summaryHeader(result, "read") });
  response.end(result.bytes());
}

async function insert(
  gateway: Gateway,
  incoming: Incoming,
  statement: InsertStatement,
  role: Role,
  response: ServerResponse,
): Promise<void> {
  const { request } = incoming;
  const file = join(gateway.spoolDir, `insert-${randomUUID()}`);
  try {
    // The whole body first: a connection is not held while a slow client sends, and a cut body never reaches the engine.
    await incoming.body.spool(incoming.dataPrefix, file);
    const lease = await prepared(gateway.pool, incoming, role, new Map());
    try {
      const { head, settings, format } = statement;
      const result = await lease.run(`${head} FROM INFILE ${quoteString(file)} ${settings} FORMAT ${format}`);
      const headers = headersFor(request.queryId, request.defaultFormat);
      response.writeHead(200, { ...headers, "X-ClickHouse-Summary": summaryHeader(result, "written") });
      response.end();
    } finally {
      lease.release();
    }
  } finally {
    await rm(file, { force: true });
  }
}
