// The rows of a query as they arrive from ClickHouse: every value as text, or entries.
import type { ClickHouseClient } from "@clickhouse/client";
import type { EntryRow } from "../query/entry-row.ts";
import type { Query } from "../query/query.ts";
import { answerOf } from "../wire/answer.ts";
import { brokenOff, RowReader } from "../wire/row-reader.ts";
import { rowOf } from "../wire/wire-values.ts";
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

/** The same of a query that selects WIRE_COLUMNS, in WIRE_FORMAT (wire/columns.ts). Throws StoreUnavailable. */
export async function* readEntryRows(
  client: ClickHouseClient,
  query: Query,
  signal: AbortSignal,
): AsyncGenerator<EntryRow> {
  const reader = new RowReader();
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of answerOf(client, query, signal)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    rest = bytes.subarray(yield* rowsOf(reader, bytes, false));
  }
  if ((yield* rowsOf(reader, rest, true)) !== rest.length) throw brokenOff();
}

/** Answers how far it came. */
function* rowsOf(reader: RowReader, bytes: Buffer, isLast: boolean): Generator<EntryRow, number> {
  let at = 0;
  while (at < bytes.length) {
    const next = reader.read(bytes, at, isLast);
    if (next < 0) return at;
    yield rowOf(reader);
    at = next;
  }
  return at;
}
