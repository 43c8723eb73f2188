// The pieces of its window that a page is looked for in, one after the other until it is full.
import { isRare, searches } from "../filter/index.ts";
import { isByOrganization } from "./by-organization.ts";
import type { Page } from "./page.ts";
import type { Selection } from "./selection.ts";
import { LONG, SHORT, slices } from "./slices.ts";
import type { Window } from "./window.ts";

/**
 * Each piece is a query. Where entries are read in the page's order that ends when the page is full, but every week of the window is opened for it: so the newest days of a scope come first, unless they
 * are known to be `sparse`, or a filter may leave little of them; a week of the projection by_organization costs less than a query. Where entries must be sorted, all of a piece is read; of a rare value
 * only what a skip index leaves. None where nothing is left of the window.
 * `now`: milliseconds of a clock that is never set back. It shortens what is sorted, and what is searched, for these cost by their length; what is read in order would only be opened more often, and that where the server is slow already.
 */
export function pageWindows(
  selection: Selection,
  { order, after }: Page,
  sparse: boolean,
  now: () => number,
): Iterable<Window> {
  const { descendants, window, filter } = selection;
  const rest =
    after === undefined
      ? window
      : order === "newest-first"
        ? { start: window.start, end: Math.min(window.end, after.eventTime + 1) }
        : { start: Math.max(window.start, after.eventTime), end: window.end };
  if (isRare(filter)) return [rest];
  if (searches(filter)) return slices(rest, order, descendants ? SHORT : LONG, now);
  if (isByOrganization(selection)) return [rest];
  if (descendants) return slices(rest, order, LONG, now);
  return sparse || filter.kind !== "all" ? [rest] : slices(rest, order, LONG);
}
