// The one query behind a short page: ClickHouse itself reads the other columns late, of those rows alone that are on it.
import { entryColumns } from "./entry-row.ts";
import type { Page } from "./page.ts";
import { pageQuery } from "./page-query.ts";
import type { Query } from "./query.ts";
import type { Selection } from "./selection.ts";

/** Longest page that is asked for so. All of it is in the server's memory at once; entries that are larger than these bytes together are an error. */
export const SHORT_PAGE = 128;

const LIMITS = {
  max_result_bytes: 32_000_000,
  query_plan_max_limit_for_lazy_materialization: SHORT_PAGE,
  // Threads that format side by side cost more than so few rows.
  output_format_parallel_formatting: 0,
};

/** In the page's order; the columns are the entry's (entry-row.ts). */
export const entriesQuery = (selection: Selection, page: Page): Query =>
  pageQuery(selection, page, entryColumns, LIMITS);
