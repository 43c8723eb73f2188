// Reads the list that the view asks for, one answer at a time: a newer question makes the older one's answer void.
import type { Entry } from "../reading/entry.ts";
import type { Asked, ReadEntries, Reading } from "../reading/read-entries.ts";
import type { Opened, View } from "../view/fragment.ts";
import { questionOf, whichOf } from "../view/question.ts";
import * as list from "./list-state.ts";

const PAGE = 100;

/** Most entries that one millisecond of a scope is searched for an opened entry. */
const LARGEST_PAGE = 1000;

export interface ListReader {
  readonly state: list.ListState;
  /** Reads the first page. With `again`, the entries on screen stay until it is there. */
  readonly first: (view: View, again?: boolean) => Promise<void>;
  readonly more: (view: View) => Promise<void>;
  /** An entry of the list, or one that is not on it; undefined when there is none (any more). */
  readonly find: (view: View, opened: Opened) => Promise<Entry | undefined>;
  readonly stop: () => void;
}

export function createListReader(
  read: ReadEntries,
  changed: (state: list.ListState) => void,
  now: () => number,
): ListReader {
  let state: list.ListState = list.loading;
  let asking = new AbortController();

  const move = (to: list.ListState) => changed((state = to));
  const ask = (): AbortSignal => {
    asking.abort();
    return (asking = new AbortController()).signal;
  };

  /** Where little is looked for in very much, pages may be empty and go on: they are followed to the first that is not. */
  const follow = async (view: View, asked: Asked, signal: AbortSignal): Promise<Reading | undefined> => {
    let reading = await read(view.scope, asked, PAGE, signal).catch(() => undefined);
    while (reading?.ok && reading.page.items.length === 0 && reading.page.cursor !== undefined && !signal.aborted) {
      move(list.lookingFurther(state));
      const { cursor } = reading.page;
      reading = await read(view.scope, { ...whichOf(view), cursor }, PAGE, signal).catch(() => undefined);
    }
    return signal.aborted ? undefined : reading;
  };

  return {
    get state() {
      return state;
    },
    stop: () => asking.abort(),

    async first(view, again = false) {
      const signal = ask();
      move(again ? list.readingAgain(state) : list.loading);
      const reading = await follow(view, questionOf(view, now()), signal);
      if (!reading) return;
      move(reading.ok ? list.firstPageRead(reading.page, now()) : { kind: "failed", failure: reading.failure });
    },

    async more(view) {
      const cursor = list.cursorOf(state);
      if (cursor === undefined) return;
      const signal = ask();
      move(list.readingMore(state, cursor));
      const reading = await follow(view, { ...whichOf(view), cursor }, signal);
      if (!reading) return;
      move(reading.ok ? list.moreRead(state, reading.page) : list.moreFailed(state, cursor, reading.failure));
    },

    async find(view, { id, at }) {
      const listed = state.kind === "read" ? state.entries.find((entry) => entry.id === id) : undefined;
      if (listed) return listed;
      const from = Date.parse(at);
      const question = questionOf({ ...view, range: { from, to: from + 1 }, filter: "" }, from);
      const reading = await read(view.scope, question, LARGEST_PAGE, asking.signal).catch(() => undefined);
      return reading?.ok ? reading.page.items.find((entry) => entry.id === id) : undefined;
    },
  };
}
