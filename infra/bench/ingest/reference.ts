// What a right consumer stores, written row by row from the events themselves: every contestant's table is compared with it, and the
// blocks of the ceiling are read from it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ENTRY_PARTS,
  EVENTS_TABLE,
  SEARCHED_PARTS,
  partOfEntry,
  storedFields,
  type StoredEvent,
} from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { ownGateway, type OwnGateway } from "../../local/src/testing/own-gateway.ts";
import { fieldValues, insertedNames, insertedRow, insertedRowColumns } from "../fields.ts";
import { bytes, command } from "./sql.ts";
import type { Load } from "./load.ts";

/** How much of an event a contestant can store. */
export type Stored = "everything" | "all but details" | "details with null as empty";

export interface Reference extends AsyncDisposable {
  add(stored: readonly StoredEvent[]): Promise<void>;
  /** To be called when all are added. */
  whole(): Promise<void>;
  /** Throws where the events table in `database` is not what this one is. */
  compare(other: OwnGateway, database: string, stored: Stored): Promise<void>;
  /** Writes files of Native blocks, in the order of the topic; returns their paths. */
  writeBlocks(folder: string, load: Load, rowsPerBlock: number): Promise<string[]>;
}

const ROWS_PER_INSERT = 25_000;
/** When it was received differs, not every contestant learns the schema's id, and only the worker finds out more than the event says. */
const NOT_COMPARED = new Set([
  "received_time",
  "schema_id",
  "organization_id",
  "folder_id",
  "network_class",
  "country",
  "network_operator",
  "client_kind",
]);

export async function startReference(database: string): Promise<Reference> {
  const clickhouse = await ownGateway();
  await migrate({ url: clickhouse.access.url, ...clickhouse.access.writer, database });
  const waiting: Record<string, unknown>[] = [];
  const flush = async (): Promise<void> => {
    const values = waiting.splice(0);
    if (values.length > 0)
      await clickhouse.writer.insert({
        table: `${database}.${EVENTS_TABLE}`,
        values,
        columns: insertedRowColumns,
        format: "JSONEachRow",
      });
  };
  return {
    async add(stored) {
      for (const one of stored) waiting.push(insertedRow(fieldValues(one)));
      if (waiting.length >= ROWS_PER_INSERT) await flush();
    },
    whole: flush,
    async compare(other, otherDatabase, stored) {
      const [expected, found] = await Promise.all([
        command(clickhouse, database, checksum(stored)),
        command(other, otherDatabase, checksum(stored)),
      ]);
      if (expected !== found) throw new Error(`not the events that were sent: ${found} instead of ${expected}`);
    },
    async writeBlocks(folder, { ends }, rowsPerBlock) {
      await mkdir(folder, { recursive: true });
      const files: string[] = [];
      for (const [partition, end] of ends) {
        for (let first = 0; first < end; first += rowsPerBlock) {
          const file = join(folder, `${partition}-${first}.native`);
          await writeFile(file, await bytes(clickhouse, database, block(partition, first, rowsPerBlock)));
          files.push(file);
        }
      }
      return files;
    },
    [Symbol.asyncDispose]: () => clickhouse[Symbol.asyncDispose](),
  };
}

/** Rows, distinct events, and the sum of a hash over every row: its fields by name, and what stands in their places in `entry`. */
function checksum(stored: Stored): string {
  const isCompared = (name: string): boolean => !NOT_COMPARED.has(name);
  const values = storedFields
    .map(({ name }) => name)
    .filter(isCompared)
    .flatMap((name) => (name === "details" ? detailsAs(stored) : [name]));
  const parts = ENTRY_PARTS.filter((part) => isCompared(part) && part !== "details").map(partOfEntry);
  const form = [`length(${PIECES})`, `${PIECES}[${SEARCHED_PARTS.length + 1}]`];
  return `SELECT count(), uniqExact(event_id), sum(cityHash64(${[...values, ...parts, ...form].join(", ")})) FROM ${EVENTS_TABLE}`;
}

/** Of an entry: its parts, and the boundary behind those that are searched. */
const PIECES = "splitByChar('\\xFF', entry)";

function detailsAs(stored: Stored): string[] {
  if (stored === "everything") return ["details"];
  if (stored === "all but details") return [];
  return [`replaceAll(replaceAll(details, ':{}', ':null'), ':[]', ':null')`];
}

/** As the table has it: texts of few values with their dictionaries, which costs the server less than to make them. */
function block(partition: number, first: number, rows: number): string {
  return `SELECT ${insertedNames} FROM ${EVENTS_TABLE}
    WHERE kafka_partition = ${partition} AND kafka_offset >= ${first} AND kafka_offset < ${first + rows}
    ORDER BY kafka_offset SETTINGS max_block_size = ${rows}, preferred_block_size_bytes = 0 FORMAT Native`;
}
