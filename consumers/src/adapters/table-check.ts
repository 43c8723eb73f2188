// Whether the events table keeps the promise: a worker refuses to start against one whose settings would break it.
import { EVENTS_PROJECTION, EVENTS_TABLE } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import type { WorkerObserver } from "../observer.ts";
import { patientWith } from "./clickhouse-patience.ts";

interface TableRow {
  engine: string;
  engine_full: string;
}

/** Waits for ClickHouse. Throws an error that says what is wrong with the table and how to mend it. */
export async function requireSafeTable(
  client: ClickHouseClient,
  observer: Pick<WorkerObserver, "retrying">,
): Promise<void> {
  const patient = patientWith(observer);
  const [table] = await patient(() => readTable(client));
  const fault =
    table === undefined
      ? "it does not exist: run the migrations"
      : (unsafe(table) ?? unfindable(await patient(() => partsWithoutProjection(client))));
  if (fault !== undefined) throw new Error(`the table ${EVENTS_TABLE} cannot be written to: ${fault}`);
}

async function readTable(client: ClickHouseClient): Promise<TableRow[]> {
  const answer = await client.query({
    query: "SELECT engine, engine_full FROM system.tables WHERE database = currentDatabase() AND name = {table:String}",
    query_params: { table: EVENTS_TABLE },
    format: "JSONEachRow",
  });
  return answer.json<TableRow>();
}

async function partsWithoutProjection(client: ClickHouseClient): Promise<number> {
  const answer = await client.query({
    query: `SELECT count() AS parts FROM system.parts
      WHERE database = currentDatabase() AND table = {table:String} AND active AND rows > 0 AND NOT has(projections, {projection:String})`,
    query_params: { table: EVENTS_TABLE, projection: EVENTS_PROJECTION },
    format: "JSONEachRow",
  });
  const [row] = await answer.json<{ parts: string }>();
  return Number(row?.parts);
}

/** Readers ask the projection itself, which is silent about parts that lack it. Inserts, merges and fills always make it; CLEAR PROJECTION and parts from elsewhere may lack it. */
const unfindable = (parts: number): string | undefined =>
  parts === 0
    ? undefined
    : `${parts} of its parts lack the projection ${EVENTS_PROJECTION}, and readers below organizations would miss what they hold: ALTER TABLE ${EVENTS_TABLE} MATERIALIZE PROJECTION ${EVENTS_PROJECTION}`;

/** Undefined where the table is as the worker needs it. */
export function unsafe({ engine, engine_full: definition }: TableRow): string | undefined {
  const setting = (name: string): number | undefined => {
    const value = new RegExp(`\\b${name} = (\\d+)`).exec(definition)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  if (!engine.endsWith("MergeTree")) return `its engine is ${engine}, which does not know insert tokens`;
  if (setting("async_insert") === 1)
    return "async_insert = 1 answers before a block is durable, whatever the insert says: set it to 0";
  if (engine.startsWith("Replicated"))
    return setting("replicated_deduplication_window") === 0
      ? "replicated_deduplication_window = 0 forgets insert tokens at once"
      : undefined;
  // ClickHouse's default is 0.
  return (setting("non_replicated_deduplication_window") ?? 0) > 0
    ? undefined
    : "non_replicated_deduplication_window is 0: insert tokens do nothing";
}
