// Finds out which entries are on a page.
import { positionOfKey, type EntryKey } from "../query/keys-query.ts";
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";
import { leftBehind, type Position } from "../query/position.ts";
import type { Window } from "../query/window.ts";

/** Up to `limit` keys of the selection, in the page's order, copies of an event side by side. */
export type FindKeys = (selection: Selection, page: Page) => Promise<readonly EntryKey[]>;

export interface PageKeys {
  /** Each event once. */
  readonly keys: readonly EntryKey[];
  /** What the next page comes after; undefined where nothing follows. */
  readonly next: Position | undefined;
  /** How many of the windows were looked into. */
  readonly asked: number;
}

/** Whoever looks for what is seldom in very much gets pages that hold less, or nothing, and go on, instead of none in the end. */
export const LOOKED_FOR_MS = 3_000;

/**
 * Looked for in `windows`, end to end in the page's order, for about LOOKED_FOR_MS. One key too many is asked for: it only tells that there is a next page. Where it is a copy,
 * that page may turn out empty. `now`: milliseconds of a clock that is never set back.
 */
export async function pageKeys(
  find: FindKeys,
  selection: Selection,
  page: Page,
  windows: Iterable<Window>,
  now: () => number,
): Promise<PageKeys> {
  const found: EntryKey[] = [];
  const wanted = page.limit + 1;
  const until = now() + LOOKED_FOR_MS;
  let [asked, next]: [number, Position | undefined] = [0, undefined];
  for (const window of windows) {
    asked += 1;
    found.push(...(await find({ ...selection, window }, { ...page, limit: wanted - found.length })));
    if (found.length >= wanted) break;
    next = leftBehind(window, selection.window, page.order);
    if (now() >= until) break;
  }
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    keys: shown.filter(([, , id], index) => id !== shown[index - 1]?.[2]),
    next: found.length > page.limit && last !== undefined ? positionOfKey(last) : next,
    asked,
  };
}
