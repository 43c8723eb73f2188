// ExportStore on ClickHouse: raw answers of long queries, at the reader's pace.
import { addAbortSignal, PassThrough, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Query } from "../../query/query.ts";
import { storeFault } from "../../store/clickhouse-faults.ts";
import type { ClickHouseAddress } from "../../store/clickhouse-store.ts";
import { queryParams } from "../../store/query-params.ts";
import { EXPORT_SECONDS, MOST_PER_PROCESS } from "../limits.ts";
import { brokenOff } from "../wire/row-reader.ts";
import { exportQuery, parquetQuery } from "./export-query.ts";
import type { ExportStore } from "./export-store.ts";
import { weeksAfter } from "./weeks.ts";

/** What has arrived is handed on at once, and up to this much waits for who is slower than ClickHouse. */
const AHEAD_BYTES = 1024 * 1024;

export function clickhouseExportStore(address: ClickHouseAddress): ExportStore & AsyncDisposable {
  const client = createClient({
    ...address,
    // Of silence: a reader that pauses makes the query pause.
    request_timeout: EXPORT_SECONDS * 1000,
    max_open_connections: MOST_PER_PROCESS * 2,
    use_multipart_params_auto: true,
    log: { level: ClickHouseLogLevel.OFF },
  });

  async function* answerOf({ sql, params }: Query, signal: AbortSignal): AsyncGenerator<Buffer> {
    try {
      const { stream } = await client.exec({ query: sql, query_params: queryParams(params), abort_signal: signal });
      yield* whatIsThere(stream, signal);
    } catch (cause) {
      throw storeFault(cause);
    }
  }

  return {
    rows: async function* (selection, order, after, signal) {
      let from = after;
      // One scope is in the order of time all through the table, so that one query will do.
      const windows = selection.descendants ? weeksAfter(selection.window, order, after) : [selection.window];
      for (const window of windows) {
        yield* answerOf(exportQuery({ ...selection, window }, order, from), signal);
        from = undefined;
      }
    },
    parquet: (selection, signal) => answerOf(parquetQuery(selection), signal),
    [Symbol.asyncDispose]: () => client.close(),
  };
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
  const over = finished(through, { writable: false }).then(
    () => undefined,
    (fault: unknown) => ({ fault }),
  );
  try {
    for (;;) {
      const piece: unknown = through.read();
      if (Buffer.isBuffer(piece)) {
        yield piece;
        continue;
      }
      if (through.readableEnded) return;
      const readable = Promise.withResolvers<undefined>();
      const tell = () => readable.resolve(undefined);
      through.once("readable", tell);
      const ended = await Promise.race([readable.promise, over]);
      through.off("readable", tell);
      if (ended !== undefined) throw ended.fault;
    }
  } finally {
    through.destroy();
    stream.destroy();
  }
}
