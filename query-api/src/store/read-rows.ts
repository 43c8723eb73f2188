// The rows of a query as they arrive from ClickHouse, every value as text.
import type { ClickHouseClient } from "@clickhouse/client";
import { emptyRow, entryColumns, type EntryRow } from "../query/entry-row.ts";
import type { Query } from "../query/query.ts";
import { storeFault } from "./clickhouse-faults.ts";
import { queryParams } from "./query-params.ts";

/** `width`: values of a row. Whoever stops reading hangs up, which ends the query. Throws StoreUnavailable. */
export async function* readRows(
  client: ClickHouseClient,
  { sql, params }: Query,
  width: number,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  try {
    // Text, because numbers of 64 bits do not survive as JSON numbers.
    const format = "JSONCompactStringsEachRow";
    const answer = await client.query({
      query: sql,
      query_params: queryParams(params),
      format,
      abort_signal: signal,
    });
    for await (const rows of answer.stream<unknown>()) for (const row of rows) yield valuesOf(row.json(), width);
  } catch (cause) {
    throw storeFault(cause);
  }
}

/** Whatever is no row is the server's word that it breaks the answer off: an error, and not the end of the list. */
function valuesOf(row: unknown, width: number): string[] {
  if (!Array.isArray(row) || row.length !== width) throw new Error("The answer was broken off");
  return row.map(String);
}

/** The same where the query selects the entry columns (query/entry-row.ts). Throws StoreUnavailable. */
export async function* readEntryRows(
  client: ClickHouseClient,
  query: Query,
  signal: AbortSignal,
): AsyncGenerator<EntryRow> {
  for await (const values of readRows(client, query, entryColumns.length, signal)) {
    const row = { ...emptyRow };
    entryColumns.forEach((column, index) => {
      row[column] = String(values[index]);
    });
    yield row;
  }
}
