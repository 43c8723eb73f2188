// Whether the events table keeps the promise: a worker refuses to start against one whose settings would break it.
import { EVENTS_TABLE } from "@audit-log/schemas";
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
  const [table] = await patientWith(observer)(() => readTable(client));
  const fault = table === undefined ? "it does not exist: run the migrations" : unsafe(table);
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
