// The rows of a query as they arrive from ClickHouse, every value as text.
import { TupleParam, type ClickHouseClient } from "@clickhouse/client";
import type { BoundValue, Query } from "../query/query.ts";
import { storeFault } from "./clickhouse-faults.ts";

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
    const query_params = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramOf(value)]));
    const answer = await client.query({ query: sql, query_params, format, abort_signal: signal });
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

/** The client writes a list within a list as an array, unless it is told that it is a tuple. */
const paramOf = (value: BoundValue): unknown =>
  typeof value === "string" || typeof value === "number"
    ? value
    : value.map((one) => (typeof one === "string" ? one : new TupleParam(one)));
