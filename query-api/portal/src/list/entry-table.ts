// The table of entries, grouped by local day. Rows are added, never drawn again, so that focus and scroll position stay.
import { element } from "../page/element.ts";
import type { TimeText } from "../page/time-text.ts";
import type { Entry } from "../reading/entry.ts";
import { entryRow } from "./entry-row.ts";

const columns = ["Time", "What happened", "Initiator", "Resource", "Outcome", "Service"] as const;
const columnNames = ["time", "sentence", "initiator", "resource", "outcome", "service"] as const;

export interface EntryTable {
  readonly element: HTMLTableElement;
  /** Shows these; when they begin with what is shown already, adds the rest. */
  show(entries: readonly Entry[]): void;
  mark(id: string | undefined): void;
  readonly rows: readonly HTMLTableRowElement[];
  entryOf(row: Element): Entry | undefined;
}

export function createEntryTable(time: TimeText, now: () => number): EntryTable {
  const table = element("table", { class: "entries", role: "grid", "aria-label": "Entries, newest first" });
  const head = element("thead", { role: "rowgroup" });
  let shown: readonly Entry[] = [];
  let rows: HTMLTableRowElement[] = [];
  let day: { name: string; body: HTMLElement } | undefined;
  let marked: string | undefined;

  const dayBody = (entry: Entry): HTMLElement => {
    const ms = Date.parse(entry.eventTimeStamp);
    const name = Number.isNaN(ms) ? "Undated" : time.day(ms, now());
    if (day?.name === name) return day.body;
    const heading = element("th", { colspan: columns.length, scope: "rowgroup", role: "rowheader" }, name);
    const body = element("tbody", { role: "rowgroup" }, element("tr", { class: "day", role: "row" }, heading));
    table.append(body);
    day = { name, body };
    return body;
  };

  const clear = () => {
    head.replaceChildren(headRow(time.zone(now())));
    table.replaceChildren(head);
    rows = [];
    shown = [];
    day = undefined;
  };

  const mark = (id: string | undefined) => {
    marked = id;
    for (const row of rows) row.setAttribute("aria-selected", String(row.dataset["id"] === id));
  };

  return {
    element: table,
    get rows() {
      return rows;
    },
    entryOf: (row) => shown[rows.findIndex((other) => other === row)],
    show(entries) {
      if (entries === shown) return;
      const grown = shown.length > 0 && shown.every((entry, index) => entry === entries[index]);
      if (!grown) clear();
      for (const entry of entries.slice(shown.length)) {
        const row = entryRow(entry, time);
        dayBody(entry).append(row);
        rows.push(row);
      }
      shown = entries;
      if (!grown) rows[0]?.setAttribute("tabindex", "0");
      mark(marked);
    },
    mark,
  };
}

function headRow(zone: string): HTMLElement {
  const row = element("tr", { class: "columns-row", role: "row" });
  for (const [index, title] of columns.entries()) {
    const note = title === "Time" ? element("span", { class: "aside" }, ` ${zone}`) : undefined;
    row.append(
      element("th", { scope: "col", role: "columnheader", class: `cell-${columnNames[index] ?? ""}` }, title, note),
    );
  }
  return row;
}
