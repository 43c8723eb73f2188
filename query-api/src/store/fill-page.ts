// From the rows that a store reads to the page that it answers.
import type { EntryRow } from "../query/entry-row.ts";
import type { StoredPage } from "./entry-store.ts";

/** Stored text of one page. A page is held in memory several times over (rows, entries, JSON), so it is bounded by more than its length. */
export const PAGE_BYTES = 8 * 1024 * 1024;

/**
 * `rows`: newest first, at most `limit` + 1, the copies of an event side by side. They are read to their end, or left where the page
 * is full by bytes. The first row is always part of the page, so that whoever follows the pages moves on with each.
 */
export async function fillPage(rows: AsyncIterable<EntryRow> | Iterable<EntryRow>, limit: number): Promise<StoredPage> {
  const kept: EntryRow[] = [];
  let read = 0;
  let bytes = 0;
  for await (const row of rows) {
    read += 1;
    // The one too many only tells that there is more; where it is a copy of the last, the next page may turn out empty.
    if (read > limit || row.event_id === kept.at(-1)?.event_id) continue;
    bytes += bytesOf(row);
    if (bytes > PAGE_BYTES && kept.length > 0) return { rows: kept, more: true };
    kept.push(row);
  }
  return { rows: kept, more: read > limit };
}

export const bytesOf = (row: EntryRow): number =>
  Object.values(row).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
