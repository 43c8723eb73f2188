// The list: the table, or what stands in its place, and the end of it.
import { element } from "../page/element.ts";
import type { TimeText } from "../page/time-text.ts";
import type { Entry } from "../reading/entry.ts";
import type { View } from "../view/fragment.ts";
import { createEntryTable } from "./entry-table.ts";
import type { ListState } from "./list-state.ts";
import { createMoreFooter } from "./more-footer.ts";
import { emptyNotice, failureNotice, skeleton, type EmptyWays } from "./notices.ts";
import { focusRow, listenToRows, type RowActions } from "./row-keys.ts";

export interface ListActions extends RowActions, EmptyWays {
  readonly more: () => void;
  readonly retry: () => void;
  /** A fresh form to get in again. */
  readonly signIn: () => HTMLElement;
}

export interface EntryList {
  readonly element: HTMLElement;
  readonly show: (state: ListState, view: View) => void;
  /** Shows which entry is opened, and brings its row into sight. */
  readonly mark: (id: string | undefined) => void;
  /** The entry `by` places after the one with this id. */
  readonly neighbour: (id: string, by: number) => Entry | undefined;
  /** Puts the focus on the row of an entry, if it is listed. */
  readonly focus: (id: string) => void;
}

export function createEntryList(actions: ListActions, time: TimeText, now: () => number): EntryList {
  const table = createEntryTable(time, now);
  const footer = createMoreFooter(actions.more);
  const scroller = element("section", { class: "list", "aria-label": "Entries" });
  listenToRows(table, actions);
  let before: ListState | undefined;

  const content = (state: ListState, view: View): HTMLElement[] => {
    const { retry, signIn } = actions;
    if (state.kind === "loading") return [skeleton()];
    if (state.kind === "failed") return [failureNotice(state.failure, view.scope, { retry, signIn: signIn() })];
    return state.entries.length === 0 ? [emptyNotice(view, actions)] : [table.element, footer.element];
  };

  const indexOf = (id: string) => table.rows.findIndex((row) => row.dataset["id"] === id);

  return {
    element: scroller,
    mark(id) {
      table.mark(id);
      if (id !== undefined) table.rows[indexOf(id)]?.scrollIntoView({ block: "nearest" });
    },
    neighbour(id, by) {
      const index = indexOf(id);
      const row = index === -1 ? undefined : table.rows[index + by];
      return row && table.entryOf(row);
    },
    focus(id) {
      const row = table.rows[indexOf(id)];
      if (row) focusRow(table, row);
    },
    show(state, view) {
      const known = table.rows.length;
      const readOn =
        before?.kind === "read" && before.more.kind === "reading" && document.activeElement === footer.button;
      if (state.kind === "read") table.show(state.entries);
      footer.show(state, view.scope);
      scroller.setAttribute("aria-busy", String(state.kind === "loading" || (state.kind === "read" && state.again)));
      const shown = content(state, view);
      if (shown[0] !== scroller.firstElementChild) {
        scroller.replaceChildren(...shown);
        scroller.scrollTop = 0;
      }
      const firstNew = table.rows[known];
      if (readOn && firstNew && state.kind === "read" && state.more.kind !== "reading") focusRow(table, firstNew);
      before = state;
    },
  };
}
