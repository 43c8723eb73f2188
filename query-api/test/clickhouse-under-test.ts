// A fresh database on the real ClickHouse of the engines project: rows go in as the writer, the store reads as the reader.
import { randomUUID } from "node:crypto";
import { createClient } from "@clickhouse/client";
import { EVENTS_TABLE, INITIATORS_TABLE } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import type { Initiator } from "../src/emails/emails.ts";
import type { EntryRow } from "../src/query/entry-row.ts";
import { clickhouseStore, type ClickHouseStore } from "../src/store/clickhouse-store.ts";

interface Account {
  username: string;
  password: string;
}

export interface ClickHouseUnderTest extends AsyncDisposable {
  store: ClickHouseStore;
  add(...rows: EntryRow[]): Promise<void>;
  /** As the worker does: a row of its own; `version` in milliseconds. */
  tell(initiator: Initiator, email: string, version: string): Promise<void>;
  empty(): Promise<void>;
}

export async function clickhouseUnderTest(
  { url, writer, reader }: { url: string; writer: Account; reader: Account },
  database: string,
): Promise<ClickHouseUnderTest> {
  const client = createClient({ url, ...writer });
  const table = `${database}.${EVENTS_TABLE}`;
  const initiators = `${database}.${INITIATORS_TABLE}`;
  await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
  await migrate({ url, ...writer, database });
  // A merge would make one row of the copies whose handling is tested.
  for (const name of [table, initiators]) await client.command({ query: `SYSTEM STOP MERGES ${name}` });
  const store = clickhouseStore({ url, ...reader, database });
  return {
    store,
    empty: async () => {
      for (const name of [table, initiators]) await client.command({ query: `TRUNCATE TABLE ${name}` });
    },
    tell: async (initiator, email, version) =>
      void (await client.insert({
        table: initiators,
        values: [{ ...initiator, email, version }],
        format: "JSONEachRow",
      })),
    add: async (...rows) => {
      // The same rows again are stored again, as those of a replay are, and not dropped as a repeated insert.
      const clickhouse_settings = { insert_deduplication_token: randomUUID() };
      if (rows.length > 0) await client.insert({ table, values: rows, format: "JSONEachRow", clickhouse_settings });
    },
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
      await client.close();
    },
  };
}
