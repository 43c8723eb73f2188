// An insert whose answer is read to its end: an exception may follow a status of 200, and the client's own insert looks at the status alone.
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type ClickHouseClient, type ClickHouseSettings, parseError } from "@clickhouse/client";

export interface Insert {
  /** Up to its FORMAT. */
  query: string;
  values: Readable;
  query_id?: string;
  abort_signal?: AbortSignal;
  clickhouse_settings: ClickHouseSettings;
}

export interface RowsInsert extends Pick<Insert, "abort_signal" | "clickhouse_settings"> {
  table: string;
  /** By column. */
  rows: readonly object[];
}

/** Returns when ClickHouse has said that it is done. Throws what it says, and where it says nothing. */
export async function insert(client: Pick<ClickHouseClient, "exec">, params: Insert): Promise<void> {
  const { stream } = await client.exec(params);
  const answer = await text(stream);
  if (answer.includes("DB::Exception")) throw parseError(answer);
}

/** A few rows, as JSON. */
export async function insertRows(
  client: Pick<ClickHouseClient, "exec">,
  { table, rows, ...params }: RowsInsert,
): Promise<void> {
  const values = Readable.from([rows.map((row) => `${JSON.stringify(row)}\n`).join("")], { objectMode: false });
  await insert(client, { ...params, query: `INSERT INTO ${table} FORMAT JSONEachRow`, values });
}
