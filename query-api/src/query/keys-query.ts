// The first of two queries behind a long page: which entries are on it. It reads the columns that are asked about and the sorting key; whatever
// else an entry has is read for those alone that are shown (rows-query.ts).
import type { Page } from "./page.ts";
import { pageQuery } from "./page-query.ts";
import type { Query } from "./query.ts";
import type { Selection } from "./selection.ts";

/** Sorting key of audit.events: scope_id, event_time as stored, event_id. */
export type EntryKey = readonly [scopeId: string, eventTime: string, id: string];

/** In the page's order. */
export const keysQuery = (selection: Selection, page: Page): Query =>
  pageQuery(selection, page, ["scope_id", "event_time", "event_id"]);
