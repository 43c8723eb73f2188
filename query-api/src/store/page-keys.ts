// Finds out which entries are on a page.
import { searches } from "../filter/index.ts";
import { isByOrganization } from "../query/by-organization.ts";
import type { EntryKey } from "../query/keys-query.ts";
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";
import { LONG, SHORT, slices } from "../query/slices.ts";
import type { Window } from "../query/window.ts";

/** Up to `limit` keys of the selection, in the page's order, copies of an event side by side. */
export type FindKeys = (selection: Selection, page: Page) => Promise<readonly EntryKey[]>;

export interface PageKeys {
  /** Each event once. */
  readonly keys: readonly EntryKey[];
  /** Whether entries may follow. */
  readonly more: boolean;
}

/** One key too many is asked for: it only tells that there is a next page. Where it is a copy, that page may turn out empty. */
export async function pageKeys(find: FindKeys, selection: Selection, page: Page): Promise<PageKeys> {
  const found: EntryKey[] = [];
  const wanted = page.limit + 1;
  for (const window of windowsOf(selection, page)) {
    found.push(...(await find({ ...selection, window }, { ...page, limit: wanted - found.length })));
    if (found.length >= wanted) break;
  }
  const shown = found.slice(0, page.limit);
  return {
    keys: shown.filter(([, , id], index) => id !== shown[index - 1]?.[2]),
    more: found.length > page.limit,
  };
}

/** Where reading is in the order of the page it ends when that is full. */
function windowsOf(selection: Selection, { order, after }: Page): Iterable<Window> {
  const { descendants, window, filter } = selection;
  if (!descendants || isByOrganization(selection)) return [window];
  const rest =
    after === undefined
      ? window
      : order === "newest-first"
        ? { start: window.start, end: Math.min(window.end, after.eventTime + 1) }
        : { start: Math.max(window.start, after.eventTime), end: window.end };
  return slices(rest, order, searches(filter) ? SHORT : LONG);
}
