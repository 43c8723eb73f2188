// Finds out which entries are on a page.
import type { EntryKey } from "../query/keys-query.ts";
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";

/** Up to `limit` keys of the selection, in the page's order, copies of an event side by side. */
export type FindKeys = (selection: Selection, page: Page) => Promise<readonly EntryKey[]>;

export interface PageKeys {
  /** Each event once. */
  readonly keys: readonly EntryKey[];
  /** Whether entries may follow. */
  readonly more: boolean;
  /** How many of the windows were looked into. */
  readonly asked: number;
}

/** Looked for in `windows`, end to end in the page's order. One key too many is asked for: it only tells that there is a next page. Where it is a copy, that page may turn out empty. */
export async function pageKeys(
  find: FindKeys,
  selection: Selection,
  page: Page,
  windows: readonly Window[],
): Promise<PageKeys> {
  const found: EntryKey[] = [];
  const wanted = page.limit + 1;
  let asked = 0;
  for (const window of windows) {
    asked += 1;
    found.push(...(await find({ ...selection, window }, { ...page, limit: wanted - found.length })));
    if (found.length >= wanted) break;
  }
  const shown = found.slice(0, page.limit);
  return {
    keys: shown.filter(([, , id], index) => id !== shown[index - 1]?.[2]),
    more: found.length > page.limit,
    asked,
  };
}
