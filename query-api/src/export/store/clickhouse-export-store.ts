// ExportStore on ClickHouse: raw answers of long queries, at the reader's pace.
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { ClickHouseAddress } from "../../store/clickhouse-store.ts";
import { EXPORT_SECONDS, MOST_PER_PROCESS } from "../limits.ts";
import { answerOf } from "../../wire/answer.ts";
import { exportQuery, parquetQuery } from "./export-query.ts";
import type { ExportStore } from "./export-store.ts";
import { weeksAfter } from "./weeks.ts";

export function clickhouseExportStore(address: ClickHouseAddress): ExportStore & AsyncDisposable {
  const client = createClient({
    ...address,
    // Of silence: a reader that pauses makes the query pause.
    request_timeout: EXPORT_SECONDS * 1000,
    max_open_connections: MOST_PER_PROCESS * 2,
    use_multipart_params_auto: true,
    log: { level: ClickHouseLogLevel.OFF },
  });

  return {
    rows: async function* (selection, order, after, signal) {
      let from = after;
      // One scope is in the order of time all through the table, so that one query will do.
      const windows = selection.descendants ? weeksAfter(selection.window, order, after) : [selection.window];
      for (const window of windows) {
        yield* answerOf(client, exportQuery({ ...selection, window }, order, from), signal);
        from = undefined;
      }
    },
    parquet: (selection, signal) => answerOf(client, parquetQuery(selection), signal),
    [Symbol.asyncDispose]: () => client.close(),
  };
}
