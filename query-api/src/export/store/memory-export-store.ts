// ExportStore in memory: the double that tests run on. It reads the pages of another store, so it has that one's ideas of what is selected.
import { positionOf, type Position } from "../../query/position.ts";
import type { EntryRow } from "../../query/entry-row.ts";
import type { Selection } from "../../query/selection.ts";
import type { EntryStore } from "../../store/entry-store.ts";
import { wireRows } from "../testing/wire-rows.ts";
import type { ExportPosition, ExportStore } from "./export-store.ts";
import { weeksAfter } from "./weeks.ts";

const PAGE = 1000;

export function memoryExportStore(store: EntryStore): ExportStore {
  return {
    rows: async function* (selection, order, after, signal) {
      const direction = order === "newest-first" ? -1 : 1;
      let from = after;
      for (const window of weeksAfter(selection.window, order, after)) {
        const rows = (await allOf(store, { ...selection, window }, signal))
          .map((row) => ({ row, place: { ...positionOf(row), scopeId: row.scope_id } }))
          .toSorted((one, other) => compare(one.place, other.place) * direction)
          .filter(({ place }) => from === undefined || compare(place, from) * direction > 0);
        from = undefined;
        for (const { row } of rows) yield wireRows([row]);
      }
    },
    parquet: () => {
      throw new Error("only ClickHouse writes Parquet");
    },
  };
}

async function allOf(store: EntryStore, selection: Selection, signal: AbortSignal): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  for (let after: Position | undefined; ;) {
    const found = await store.entries(selection, { limit: PAGE, order: "oldest-first", after }, signal);
    rows.push(...found.rows);
    if (found.next === undefined) return rows;
    after = found.next;
  }
}

const compare = (one: ExportPosition, other: ExportPosition): number =>
  compareText(one.scopeId, other.scopeId) ||
  one.eventTime - other.eventTime ||
  compareText(idOrder(one.id), idOrder(other.id));

/** ClickHouse orders UUIDs by their second half. */
const idOrder = (id: string): string => id.slice(19) + id.slice(0, 18);

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
