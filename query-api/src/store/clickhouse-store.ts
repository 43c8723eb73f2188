// EntryStore on ClickHouse, over HTTP.
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from "@clickhouse/client";
import { entriesQuery, type Query } from "../query/entries-query.ts";
import { emptyRow, entryColumns, type EntryRow } from "../query/entry-row.ts";
import { storeFault } from "./clickhouse-faults.ts";
import type { EntryStore } from "./entry-store.ts";

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
    entries: async (scope, window, page, signal) => {
      const found = await select(client, entriesQuery(scope, window, page), signal);
      return { rows: found.slice(0, page.limit), more: found.length > page.limit };
    },
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

async function select(client: ClickHouseClient, { sql, params }: Query, signal: AbortSignal): Promise<EntryRow[]> {
  const rows = await fetchRows(client, { sql, params }, signal).catch((cause: unknown) => {
    throw storeFault(cause);
  });
  return rows.map(rowOf);
}

async function fetchRows(client: ClickHouseClient, { sql, params }: Query, signal: AbortSignal): Promise<unknown[][]> {
  // One JSON document: an exception in the middle of the answer cannot be mistaken for its end.
  const format = "JSONCompact";
  const answer = await client.query({ query: sql, query_params: { ...params }, format, abort_signal: signal });
  return (await answer.json<unknown[]>()).data;
}

function rowOf(values: readonly unknown[]): EntryRow {
  const row = { ...emptyRow };
  entryColumns.forEach((column, index) => {
    row[column] = String(values[index]);
  });
  return row;
}
