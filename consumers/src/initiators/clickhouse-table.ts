// InitiatorTable on ClickHouse, as the writer.
import { ERASED_VERSION, INITIATORS_TABLE } from "@audit-log/schemas";
import { ClickHouseError, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { insertRows } from "../clickhouse-insert.ts";
import type { InitiatorTable } from "./table.ts";

export interface ClickHouseAddress {
  url: string;
  username: string;
  password: string;
  database: string;
}

/** ClickHouse is away or refuses. The message is a sentence for whoever typed the command. */
export class TableFault extends Error {
  override readonly name = "TableFault";
}

/** A mutation waits for its turn behind merges. */
const REQUEST_TIMEOUT_MS = 300_000;
/** On every replica, and not only begun. */
const WAIT_FOR_ALL = "2";

const FIND = `
  SELECT kind, id, argMax(email, version) AS latest, toString(max(version)) AS newest, toUInt32(countIf(email != '')) AS held
  FROM ${INITIATORS_TABLE}
  WHERE id = {id:String}
  GROUP BY kind, id
  ORDER BY kind`;

const REMOVE = `ALTER TABLE ${INITIATORS_TABLE} DELETE WHERE id = {id:String} AND kind = {kind:String} AND email != ''`;

const FORMER_PARTS = `
  SELECT name FROM system.parts
  WHERE database = currentDatabase() AND table = '${INITIATORS_TABLE}' AND NOT active
  ORDER BY name`;

interface FoundRow {
  kind: string;
  id: string;
  latest: string;
  newest: string;
  held: number;
}

/** Every method throws TableFault. */
export function clickhouseTable(address: ClickHouseAddress): InitiatorTable {
  const client = createClient({
    ...address,
    request_timeout: REQUEST_TIMEOUT_MS,
    log: { level: ClickHouseLogLevel.OFF },
  });
  const read = async <Row>(query: string, query_params: Record<string, string> = {}): Promise<Row[]> => {
    const answer = await client.query({ query, query_params, format: "JSONEachRow" });
    return answer.json<Row>();
  };
  return {
    find: (id) =>
      orFault(async () => {
        const rows = await read<FoundRow>(FIND, { id });
        return rows.map(({ latest, newest, held, ...initiator }) => ({
          ...initiator,
          email: latest,
          version: BigInt(newest),
          rowsWithEmail: held,
        }));
      }),

    hideForEver: ({ kind, id }) =>
      orFault(async () => {
        await insertRows(client, {
          table: INITIATORS_TABLE,
          rows: [{ kind, id, email: "", version: ERASED_VERSION }],
          // Stored when it is answered, and also where an equal row was stored before.
          clickhouse_settings: { async_insert: 0, insert_deduplicate: 0 },
        });
      }),

    removeEmails: ({ kind, id }) =>
      orFault(async () => {
        const clickhouse_settings = { mutations_sync: WAIT_FOR_ALL };
        await client.command({ query: REMOVE, query_params: { kind, id }, clickhouse_settings });
      }),

    formerParts: () => orFault(async () => (await read<{ name: string }>(FORMER_PARTS)).map(({ name }) => name)),

    close: () => client.close(),
  };
}

async function orFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ClickHouseError) throw new TableFault(`ClickHouse: ${cause.message}`, { cause });
    const isOurs = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
    if (isOurs || !(cause instanceof Error)) throw cause;
    // A refused connection of several addresses comes without a message of its own.
    const why = cause.message === "" && "code" in cause ? String(cause.code) : cause.message;
    throw new TableFault(`ClickHouse does not answer: ${why}`, { cause });
  }
}
