// From the rows that a store reads to the page that it answers.
import type { EntryRow } from "../query/entry-row.ts";
import { positionOf, type Position } from "../query/position.ts";
import type { StoredPage } from "./entry-store.ts";

/** Stored text of one page. A page is held in memory several times over (rows, entries, JSON), so it is bounded by more than its length. */
export const PAGE_BYTES = 8 * 1024 * 1024;

export interface FilledPage {
  readonly rows: readonly EntryRow[];
  /** Whether it was full by bytes before all rows were read. */
  readonly isCut: boolean;
}

/**
 * `rows`: in the page's order, the copies of an event side by side. They are read to their end, or left where the page is full by bytes. The
 * first row is always part of the page, so that whoever follows the pages moves on with each.
 */
export async function fillPage(rows: AsyncIterable<EntryRow> | Iterable<EntryRow>): Promise<FilledPage> {
  const kept: EntryRow[] = [];
  let bytes = 0;
  for await (const row of rows) {
    if (row.event_id === kept.at(-1)?.event_id) continue;
    bytes += bytesOf(row);
    if (bytes > PAGE_BYTES && kept.length > 0) return { rows: kept, isCut: true };
    kept.push(row);
  }
  return { rows: kept, isCut: false };
}

/** `next`: what the next page comes after where this one holds all of its rows. */
export function storedPage({ rows, isCut }: FilledPage, next: Position | undefined): StoredPage {
  const last = rows.at(-1);
  return { rows, next: isCut && last !== undefined ? positionOf(last) : next };
}

export const bytesOf = (row: EntryRow): number =>
  Object.values(row).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
