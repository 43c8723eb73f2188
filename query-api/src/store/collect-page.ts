// Finds out which entries are on a page.
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";
import { searches } from "../filter/index.ts";
import { LONG, SHORT, slices } from "../query/slices.ts";
import type { Window } from "../query/window.ts";

/** Up to `limit` entries of the selection, or their keys, in the page's order, copies of an event side by side. */
export type FindPart<Found> = (selection: Selection, page: Page) => Promise<readonly Found[]>;

export interface CollectedPage<Found> {
  /** Each event once. */
  readonly found: readonly Found[];
  /** Whether entries may follow. */
  readonly more: boolean;
}

/** One too many is asked for: it only tells that there is a next page. Where it is a copy, that page may turn out empty. */
export async function collectPage<Found>(
  find: FindPart<Found>,
  idOf: (found: Found) => string,
  selection: Selection,
  page: Page,
): Promise<CollectedPage<Found>> {
  const all: Found[] = [];
  const wanted = page.limit + 1;
  for (const window of windowsOf(selection, page)) {
    all.push(...(await find({ ...selection, window }, { ...page, limit: wanted - all.length })));
    if (all.length >= wanted) break;
  }
  const shown = all.slice(0, page.limit);
  const ids = shown.map(idOf);
  return {
    found: shown.filter((_one, index) => ids[index] !== ids[index - 1]),
    more: all.length > page.limit,
  };
}

/** One scope is read in the order of the table, and reading ends when the page is full. */
function windowsOf({ descendants, window, filter }: Selection, { order, after }: Page): Iterable<Window> {
  if (!descendants) return [window];
  const rest =
    after === undefined
      ? window
      : order === "newest-first"
        ? { start: window.start, end: Math.min(window.end, after.eventTime + 1) }
        : { start: Math.max(window.start, after.eventTime), end: window.end };
  return slices(rest, order, searches(filter) ? SHORT : LONG);
}
