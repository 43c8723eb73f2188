// EntryStore on ClickHouse, over HTTP.
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from "@clickhouse/client";
import { entriesQuery, type Query } from "../query/entries-query.ts";
import { emptyRow, entryColumns, type EntryRow } from "../query/entry-row.ts";
import { storeFault } from "./clickhouse-faults.ts";
import type { EntryStore } from "./entry-store.ts";
import { fillPage } from "./fill-page.ts";

export interface ClickHouseAddress {
  url: string;
  database: string;
  /** A user that can only read; it must be allowed to tighten limits per query (readonly = 2). */
  username: string;
  password: string;
}

/** Longer than any query may run, so that the server's own words are heard. */
const REQUEST_TIMEOUT_MS = 12_000;

export interface ClickHouseStore extends EntryStore, AsyncDisposable {}

export function clickhouseStore(address: ClickHouseAddress): ClickHouseStore {
  const client = createClient({
    ...address,
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: 32,
    // Its own log would show what was asked; faults are logged where they are answered.
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    entries: (scope, window, page, signal) =>
      fillPage(select(client, entriesQuery(scope, window, page), signal), page.limit),
    ping: async () => {
      // A query and not /ping: it needs the user, the password and the table too.
      const answer = await client
        .query({ query: "SELECT 1 FROM events LIMIT 1", format: "JSONCompact" })
        .catch((cause: unknown) => Promise.reject(storeFault(cause)));
      answer.close();
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

/** The rows as they arrive. Whoever stops reading them hangs up, which ends the query. */
async function* select(
  client: ClickHouseClient,
  { sql, params }: Query,
  signal: AbortSignal,
): AsyncGenerator<EntryRow> {
  try {
    // Text, because numbers of 64 bits do not survive as JSON numbers.
    const format = "JSONCompactStringsEachRow";
    const answer = await client.query({ query: sql, query_params: { ...params }, format, abort_signal: signal });
    for await (const rows of answer.stream<unknown>()) for (const row of rows) yield rowOf(row.json());
  } catch (cause) {
    throw storeFault(cause);
  }
}

/** Whatever is no row is the server's word that it breaks the answer off: an error, and not the end of the list. */
function rowOf(values: unknown): EntryRow {
  if (!Array.isArray(values) || values.length !== entryColumns.length) throw new Error("The answer was broken off");
  const row = { ...emptyRow };
  entryColumns.forEach((column, index) => {
    row[column] = String(values[index]);
  });
  return row;
}
