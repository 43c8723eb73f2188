// What the checker asks of ClickHouse itself: every physical row, and what a reader of the API would get.
import type { OwnClickHouse } from "./clickhouse.ts";
import type { Row } from "./check.ts";
import { VIEW_COLUMNS, viewOfRow } from "./view.ts";

/** Merges would hide a second row: in most rounds there are none. */
export const NO_MERGES = "max_bytes_to_merge_at_max_space_in_pool = 1";

export async function storedRows(clickhouse: OwnClickHouse, database: string, withView: boolean): Promise<Row[]> {
  const view = withView ? `, ${VIEW_COLUMNS.join(", ")}` : "";
  const found = await clickhouse.ask<Record<string, unknown> & Row>(
    `SELECT kafka_topic AS topic, kafka_partition AS partition, kafka_offset AS offset, toString(event_id) AS id,
            producer_id AS producer, producer_sequence AS sequence${view} FROM events`,
    database,
  );
  return found.map((row) => {
    const { topic, partition, offset, id, producer, sequence } = row;
    return { topic, partition, offset, id, producer, sequence, view: withView ? viewOfRow(row) : undefined };
  });
}

/** Newest first, one row per id. */
export async function readIds(clickhouse: OwnClickHouse, database: string): Promise<string[]> {
  const rows = await clickhouse.ask<{ id: string }>(
    "SELECT toString(event_id) AS id FROM events ORDER BY event_time DESC, event_id DESC LIMIT 1 BY event_id",
    database,
  );
  return rows.map(({ id }) => id);
}

export async function countRows(clickhouse: OwnClickHouse, database: string): Promise<number> {
  const [row] = await clickhouse.ask<{ found: number }>("SELECT count() AS found FROM events", database);
  return row?.found ?? 0;
}

export async function alterTable(clickhouse: OwnClickHouse, database: string, setting: string): Promise<void> {
  await clickhouse.ask(`ALTER TABLE events MODIFY SETTING ${setting}`, database);
}
