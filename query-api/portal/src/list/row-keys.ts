// Moving through the rows: arrows, Home and End move, Enter and Space open, a click opens. One row at a time is in the tab order.
import type { Entry } from "../reading/entry.ts";
import type { EntryTable } from "./entry-table.ts";

export interface RowActions {
  /** `enter`: the reader wants to go into the entry, not just see it beside the list. */
  readonly open: (entry: Entry, enter: boolean) => void;
  /** The focus came to another row by keys. */
  readonly moved: (entry: Entry) => void;
}

export function focusRow(table: EntryTable, row: HTMLTableRowElement): void {
  for (const other of table.rows) if (other.tabIndex === 0) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export function listenToRows(table: EntryTable, { open, moved }: RowActions): void {
  table.element.addEventListener("click", (event) => {
    const row = rowOf(event);
    const entry = row && table.entryOf(row);
    // Selecting text in a row is not a wish to open it.
    if (!row || !entry || getSelection()?.isCollapsed === false) return;
    focusRow(table, row);
    open(entry, false);
  });

  table.element.addEventListener("keydown", (event) => {
    const row = rowOf(event);
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const entry = table.entryOf(row);
      if (entry) open(entry, true);
      return;
    }
    const target = targetOf(event.key, table.rows.indexOf(row), table.rows.length);
    const next = target === undefined ? undefined : table.rows[target];
    if (!next) return;
    event.preventDefault();
    focusRow(table, next);
    const entry = table.entryOf(next);
    if (entry) moved(entry);
  });
}

const rowOf = ({ target }: Event): HTMLTableRowElement | undefined =>
  target instanceof Element ? (target.closest<HTMLTableRowElement>("tr.row") ?? undefined) : undefined;

/** Index of the row that a key leads to; undefined for a key that does not move. */
export function targetOf(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, last);
    case "ArrowUp":
      return Math.max(from - 1, 0);
    case "PageDown":
      return Math.min(from + 10, last);
    case "PageUp":
      return Math.max(from - 10, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
