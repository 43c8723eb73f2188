// Reads the list that the view asks for, one answer at a time: a newer question makes the older one's answer void.
import type { Entry } from "../reading/entry.ts";
import type { ReadEntries } from "../reading/read-entries.ts";
import { windowOf, type Range } from "../view/range.ts";
import type { Opened } from "../view/fragment.ts";
import type { Scope } from "../view/scope.ts";
import * as list from "./list-state.ts";

const PAGE = 100;

/** Most entries that one millisecond of a scope is searched for an opened entry. */
const LARGEST_PAGE = 1000;

export interface ListReader {
  readonly state: list.ListState;
  /** Reads the first page. With `again`, the entries on screen stay until it is there. */
  readonly first: (scope: Scope, range: Range, again?: boolean) => Promise<void>;
  readonly more: (scope: Scope) => Promise<void>;
  /** An entry of the list, or one that is not on it; undefined when there is none (any more). */
  readonly find: (scope: Scope, opened: Opened) => Promise<Entry | undefined>;
  readonly stop: () => void;
}

export function createListReader(
  read: ReadEntries,
  changed: (state: list.ListState) => void,
  now: () => number,
): ListReader {
  let state: list.ListState = { kind: "loading" };
  let asking = new AbortController();

  const move = (to: list.ListState) => changed((state = to));
  const ask = (): AbortSignal => {
    asking.abort();
    return (asking = new AbortController()).signal;
  };

  return {
    get state() {
      return state;
    },
    stop: () => asking.abort(),

    async first(scope, range, again = false) {
      const signal = ask();
      move(again ? list.readingAgain(state) : { kind: "loading" });
      const reading = await read(scope, windowOf(range, now()), PAGE, signal).catch(() => undefined);
      if (signal.aborted || !reading) return;
      move(reading.ok ? list.firstPageRead(reading.page, now()) : { kind: "failed", failure: reading.failure });
    },

    async more(scope) {
      const cursor = list.cursorOf(state);
      if (cursor === undefined) return;
      const signal = ask();
      move(list.readingMore(state, cursor));
      const reading = await read(scope, { cursor }, PAGE, signal).catch(() => undefined);
      if (signal.aborted || !reading) return;
      move(reading.ok ? list.moreRead(state, reading.page) : list.moreFailed(state, cursor, reading.failure));
    },

    async find(scope, { id, at }) {
      const listed = state.kind === "read" ? state.entries.find((entry) => entry.id === id) : undefined;
      if (listed) return listed;
      const from = Date.parse(at);
      const reading = await read(scope, windowOf({ from, to: from + 1 }, from), LARGEST_PAGE, asking.signal).catch(
        () => undefined,
      );
      return reading?.ok ? reading.page.items.find((entry) => entry.id === id) : undefined;
    },
  };
}
