/**
 * Streams the result of a SELECT. The engine writes it, in any format, into a named pipe, and stops when the pipe is full: memory
 * stays flat however large the result, and the reader's pace becomes the engine's.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, constants, openSync } from "node:fs";
import { type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ClickHouseFault } from "./faults.ts";
import { quoteString } from "./literals.ts";
import { type Lease } from "./pool.ts";
import { summaryHeader } from "./answer.ts";

/** Held back before the status is sent, so that most errors still get a status of their own. */
const HELD_BYTES = 64 * 1024;
const CANCEL_EVERY_MS = 200;

export interface ReadQuery {
  readonly head: string;
  readonly tail: string;
  readonly gzip: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

type Outcome = { readonly fault: ClickHouseFault } | { readonly fault?: never; readonly summary: string };

export async function streamResult(lease: Lease, query: ReadQuery, response: ServerResponse): Promise<void> {
  // It hung up while it waited for a connection: nobody is there to read.
  if (response.destroyed) return;
  const reader = openReader(lease.pipe);
  const compression = query.gzip ? " COMPRESSION 'gzip'" : "";
  const into = `INTO OUTFILE ${quoteString(lease.pipe)} TRUNCATE${compression}`;
  const finished = lease.run(`${query.head}\n${into}\n${query.tail}`).then(
    (result): Outcome => ({ summary: summaryHeader(result, "read") }),
    (error: unknown): Outcome => ({ fault: ClickHouseFault.from(error) }),
  );
  const gone = () => void cancelled(lease, finished);
  response.once("close", gone);
  // A query that fails early never opens the pipe: opening and closing it here ends the reader in every case.
  void finished.then(() => touch(lease.pipe));
  try {
    await forward(reader, finished, query, response);
  } finally {
    response.off("close", gone);
    // Not before: the engine opens the pipe with its first rows, and where nobody reads it waits in open() for ever, and the connection with it.
    await finished;
    reader.destroy();
  }
}

/** Again until it has ended: a statement that has not begun yet cannot be found. What it writes meanwhile is read and thrown away. */
async function cancelled(lease: Lease, finished: Promise<Outcome>): Promise<void> {
  const over = finished.then(() => true);
  do await lease.cancel().catch(() => {});
  while (!(await Promise.race([over, sleep(CANCEL_EVERY_MS, false)])));
}

async function forward(
  reader: Socket,
  finished: Promise<Outcome>,
  query: ReadQuery,
  response: ServerResponse,
): Promise<void> {
  const tag = randomBytes(8).toString("hex");
  const held: Buffer[] = [];
  let size = 0;
  const begin = (extra: Readonly<Record<string, string | number>>) => {
    const encoding = query.gzip ? { "Content-Encoding": "gzip" } : {};
    response.writeHead(200, { ...query.headers, ...encoding, ...extra });
  };
  const pieces: AsyncIterable<Buffer> = reader;
  for await (const piece of pieces) {
    if (response.destroyed) continue;
    size += piece.length;
    if (!response.headersSent) {
      held.push(piece);
      if (size < HELD_BYTES) continue;
      begin({ "X-ClickHouse-Exception-Tag": tag });
      await write(response, Buffer.concat(held));
    } else {
      await write(response, piece);
    }
  }
  const outcome = await finished;
  if (response.destroyed) return;
  if (outcome.fault !== undefined && !response.headersSent) throw outcome.fault;
  if (outcome.fault !== undefined) {
    await fail(response, outcome.fault, tag, query.gzip);
  } else if (response.headersSent) {
    response.end();
  } else {
    begin({ "Content-Length": size, "X-ClickHouse-Summary": outcome.summary });
    response.end(Buffer.concat(held));
  }
}

/** The status is sent already: the exception goes into the body between marks, as servers since 25.11 do, and the connection ends. */
async function fail(response: ServerResponse, fault: ClickHouseFault, tag: string, gzip: boolean): Promise<void> {
  if (!gzip) {
    const text = `${fault.message}\n`;
    await write(
      response,
      Buffer.from(`\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`),
    );
    response.end();
  } else {
    response.destroy();
  }
}

async function write(response: ServerResponse, piece: Buffer): Promise<void> {
  if (response.destroyed || response.write(piece)) return;
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]).finally(() =>
    settled.abort(),
  );
}

function openReader(pipe: string): Socket {
  const fd = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

function touch(pipe: string): void {
  try {
    closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    // ENXIO: no reader is left, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ENXIO")) throw error;
  }
}
