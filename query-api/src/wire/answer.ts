// The bytes of an answer as they arrive from ClickHouse, at the reader's pace.
import { addAbortSignal, PassThrough, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import type { Query } from "../query/query.ts";
import { storeFault } from "../store/clickhouse-faults.ts";
import { queryParams } from "../store/query-params.ts";
import { brokenOff } from "./row-reader.ts";

/** What has arrived is handed on at once, and up to this much waits for who is slower than ClickHouse. */
const AHEAD_BYTES = 1024 * 1024;

/** The query says its format. Whoever stops reading hangs up, which ends it. Throws StoreUnavailable. */
export async function* answerOf(
  client: ClickHouseClient,
  { sql, params }: Query,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    const { stream } = await client.exec({ query: sql, query_params: queryParams(params), abort_signal: signal });
    yield* whatIsThere(stream, signal);
  } catch (cause) {
    throw storeFault(cause);
  }
}

/** All that has arrived as one piece, and the next is waited for: who is slow gets large pieces. Whoever leaves hangs up. */
async function* whatIsThere(stream: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  // The client hears of an abort only until the answer begins.
  const through = addAbortSignal(signal, new PassThrough({ highWaterMark: AHEAD_BYTES }));
  stream.once("error", (cause) => through.destroy(cause));
  // A connection that is cut neither ends nor fails by itself.
  stream.once("close", () => {
    if (!stream.readableEnded) through.destroy(brokenOff());
  });
  stream.pipe(through);
  // Once for all pieces: a race against the end, for each of them, would keep something of each until then.
  const waiting: { wake: () => void; failed?: { readonly cause: unknown } } = { wake: () => undefined };
  through.on("readable", () => waiting.wake());
  finished(through, { writable: false }).then(
    () => waiting.wake(),
    (cause: unknown) => {
      waiting.failed = { cause };
      waiting.wake();
    },
  );
  try {
    for (;;) {
      const piece: unknown = through.read();
      if (Buffer.isBuffer(piece)) {
        yield piece;
        continue;
      }
      if (waiting.failed !== undefined) throw waiting.failed.cause;
      if (through.readableEnded) return;
      await new Promise<void>((resolve) => {
        waiting.wake = resolve;
      });
    }
  } finally {
    through.destroy();
    stream.destroy();
  }
}
