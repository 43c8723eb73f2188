// What the checker asks of ClickHouse itself: every physical row, and what a reader of the API would get.
import type { OwnClickHouse } from "./clickhouse.ts";
import type { Read, Row } from "./check.ts";
import type { KeptEmail } from "./emails.ts";
import { VIEW_COLUMNS, viewOfRow } from "./view.ts";

/** Merges would hide a second row: in most rounds there are none. */
export const NO_MERGES = "max_bytes_to_merge_at_max_space_in_pool = 1";

export async function storedRows(clickhouse: OwnClickHouse, database: string, withView: boolean): Promise<Row[]> {
  const view = withView ? `, ${VIEW_COLUMNS.join(", ")}` : "";
  const found = await clickhouse.ask<Record<string, unknown> & Row>(
    `SELECT kafka_topic AS topic, kafka_partition AS partition, kafka_offset AS offset, toString(event_id) AS id,
            producer_id AS producer, producer_sequence AS sequence, user_agent AS userAgent, client_kind AS clientKind${view}
     FROM events`,
    database,
  );
  return found.map((row) => {
    const { topic, partition, offset, id, producer, sequence, userAgent, clientKind } = row;
    const facts = { topic, partition, offset, id, producer, sequence, userAgent, clientKind };
    return { ...facts, view: withView ? viewOfRow({ ...row, user_agent: userAgent }) : undefined };
  });
}

const NEWEST_FIRST = "ORDER BY scope_id, scope_type, event_time DESC, event_id DESC";

/** Every way in which one row per id is taken. */
export async function readAll(clickhouse: OwnClickHouse, database: string): Promise<Read[]> {
  const ids = async (rest: string): Promise<string[]> =>
    (await clickhouse.ask<{ id: string }>(`SELECT toString(event_id) AS id FROM events ${rest}`, database)).map(
      ({ id }) => id,
    );
  return [
    { reader: "LIMIT BY", ids: await ids("ORDER BY event_time DESC, event_id DESC LIMIT 1 BY event_id") },
    { reader: "FINAL", ids: await ids("FINAL") },
    // As the API's pages: of a scope's rows in order, what is like its neighbour is left out.
    { reader: "pages", ids: (await ids(NEWEST_FIRST)).filter((id, index, all) => id !== all[index - 1]) },
  ];
}

/** As the API does: the e-mail of the largest version, merged or not. */
export const readEmails = (clickhouse: OwnClickHouse, database: string): Promise<KeptEmail[]> =>
  clickhouse.ask<KeptEmail>(
    "SELECT kind, id, argMax(email, version) AS email FROM initiators GROUP BY kind, id",
    database,
  );

export async function countRows(clickhouse: OwnClickHouse, database: string): Promise<number> {
  const [row] = await clickhouse.ask<{ found: number }>("SELECT count() AS found FROM events", database);
  return row?.found ?? 0;
}

/** `change`: what follows the table's name. */
export async function alterTable(clickhouse: OwnClickHouse, database: string, change: string): Promise<void> {
  await clickhouse.ask(`ALTER TABLE events ${change}`, database);
}
