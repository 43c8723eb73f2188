// A page whose entries are read whole at once.
import type { EntryRow } from "../query/entry-row.ts";
import type { Page } from "../query/page.ts";
import { leftBehind, positionOf, type Position } from "../query/position.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";
import type { StoredPage } from "./entry-store.ts";
import { fillPage, storedPage } from "./fill-page.ts";
import { LOOKED_FOR_MS } from "./page-keys.ts";

/** Up to `limit` entries of the selection, in the page's order, copies of an event side by side. */
export type ReadRows = (selection: Selection, page: Page) => AsyncIterable<EntryRow>;

export interface AskedPage extends StoredPage {
  /** How many of the windows were looked into. */
  readonly asked: number;
}

/** As pageKeys() does it: for about LOOKED_FOR_MS, and with one entry too many. */
export async function pageRows(
  read: ReadRows,
  selection: Selection,
  page: Page,
  windows: Iterable<Window>,
  now: () => number,
): Promise<AskedPage> {
  const until = now() + LOOKED_FOR_MS;
  let [asked, next]: [number, Position | undefined] = [0, undefined];
  async function* shown(): AsyncGenerator<EntryRow> {
    let [count, last]: [number, EntryRow | undefined] = [0, undefined];
    for (const window of windows) {
      asked += 1;
      for await (const row of read({ ...selection, window }, { ...page, limit: page.limit + 1 - count })) {
        if (count === page.limit && last !== undefined) {
          next = positionOf(last);
          return;
        }
        [count, last] = [count + 1, row];
        yield row;
      }
      next = leftBehind(window, selection.window, page.order);
      if (now() >= until) return;
    }
  }
  return { ...storedPage(await fillPage(shown()), next), asked };
}
