// The queries behind a download, as values.
import { columnSql, initiatorsOf } from "@audit-log/schemas";
import { entryColumns, storedTimeOf, type EntryColumn } from "../../query/entry-row.ts";
import type { Order } from "../../query/page.ts";
import { settings, TIME, type Query } from "../../query/query.ts";
import { countedConditions, selectionConditions, type Conditions, type Selection } from "../../query/selection.ts";
import { EXPORT_SECONDS } from "../limits.ts";
import { WIRE_COLUMNS, WIRE_FORMAT } from "../../wire/columns.ts";
import type { ExportPosition } from "./export-store.ts";

/** All that a query may hold at a time; it streams, and what it has read it lets go. */
const BOUNDS = {
  max_execution_time: EXPORT_SECONDS,
  max_memory_usage: 1_500_000_000,
};

/** A selection, or one week of it (weeks.ts), in the order of the table. Each part that is read has a buffer per column, hence small ones. */
export function exportQuery(selection: Selection, order: Order, after: ExportPosition | undefined): Query {
  const { from, conditions, params } = selectionConditions(selection);
  const beyond = afterCondition(order, after);
  const direction = order === "newest-first" ? "DESC" : "ASC";
  return {
    sql: [
      `SELECT ${WIRE_COLUMNS}`,
      `FROM ${from}`,
      `WHERE ${[...conditions, ...beyond.conditions].join("\n  AND ")}`,
      `ORDER BY scope_id ${direction}, event_time ${direction}, event_id ${direction}`,
      // Where parts are merged a block is bounded by its rows alone, and each may be an event of 256 KiB.
      settings({
        ...BOUNDS,
        optimize_read_in_order: 1,
        max_block_size: 1024,
        preferred_block_size_bytes: 1_000_000,
        max_read_buffer_size: 131_072,
      }),
      WIRE_FORMAT,
    ].join("\n"),
    params: { ...params, ...beyond.params },
  };
}

function afterCondition(order: Order, after: ExportPosition | undefined): Conditions {
  if (after === undefined) return { conditions: [], params: {} };
  const comparison = order === "newest-first" ? "<" : ">";
  return {
    // The first says nothing more, but the sorting key can use it.
    conditions: [
      `scope_id ${comparison}= {lastScope:String}`,
      `(scope_id ${comparison} {lastScope:String} OR event_time ${comparison} {lastTime:${TIME}} OR (event_time = {lastTime:${TIME}} AND event_id ${comparison} {lastId:UUID}))`,
    ],
    params: { lastScope: after.scopeId, lastTime: storedTimeOf(after.eventTime), lastId: after.id },
  };
}

/** Ids as text, which every reader of Parquet understands; all else as it is stored. */
const parquetColumn = (column: EntryColumn): string => (column === "event_id" ? "toString(event_id) AS id" : column);

/**
 * Each event once: FINAL, which merges within a week only, because copies have the same time. The e-mails are those of the initiators that the
 * selection has, each the latest.
 */
export function parquetQuery(selection: Selection): Query {
  const { from, conditions, params } = countedConditions(selection);
  const initiators = initiatorsOf(selectionConditions(selection).from);
  return {
    sql: [
      `SELECT ${entryColumns.map((column) => parquetColumn(column)).join(", ")}, latest AS initiator_email`,
      `FROM (SELECT ${entryColumns.map((column) => `${columnSql(column)} AS ${column}`).join(", ")} FROM ${from} WHERE ${conditions.join("\n  AND ")}) AS e`,
      `LEFT ANY JOIN (SELECT kind, id AS initiator, latest FROM ${initiators}) AS i`,
      "  ON i.kind = e.initiator_kind AND i.initiator = e.initiator_id",
      settings({
        ...BOUNDS,
        do_not_merge_across_partitions_select_final: 1,
        output_format_parquet_row_group_size: 100_000,
        output_format_parquet_row_group_size_bytes: 33_554_432,
        output_format_parquet_string_as_string: 1,
        output_format_parquet_compression_method: "zstd",
      }),
      "FORMAT Parquet",
    ].join("\n"),
    params,
  };
}
