// The table of entries, grouped by local day. Rows are added, never drawn again, so that focus and scroll position stay.
import { element } from "../page/element.ts";
import type { TimeText } from "../page/time-text.ts";
import type { Entry } from "../reading/entry.ts";
import { entryRow } from "./entry-row.ts";

const columns = [
  ["time", "Time"],
  ["sentence", "What happened"],
  ["initiator", "Initiator"],
  ["resource", "Resource"],
  ["outcome", "Outcome"],
  ["service", "Service"],
] as const;

export interface EntryTable {
  readonly element: HTMLTableElement;
  /** Shows these; when they begin with what is shown already, adds the rest. */
  readonly show: (entries: readonly Entry[]) => void;
  readonly mark: (id: string | undefined) => void;
  readonly rows: readonly HTMLTableRowElement[];
  readonly entryOf: (row: Element) => Entry | undefined;
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
    const [date, zone] = Number.isNaN(ms) ? ["Undated", ""] : [time.day(ms, now()), time.zone(ms)];
    // With the zone, since clocks may have been changed since.
    const name = `${date} ${zone}`;
    if (day?.name === name) return day.body;
    const heading = element(
      "th",
      { colspan: columns.length, scope: "rowgroup", role: "rowheader" },
      date,
      element("span", { class: "aside" }, ` ${zone}`),
    );
    const body = element("tbody", { role: "rowgroup" }, element("tr", { class: "day", role: "row" }, heading));
    table.append(body);
    day = { name, body };
    return body;
  };

  const clear = () => {
    head.replaceChildren(headRow());
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

function headRow(): HTMLElement {
  const row = element("tr", { class: "columns-row", role: "row" });
  for (const [name, title] of columns)
    row.append(element("th", { scope: "col", role: "columnheader", class: `cell-${name}` }, title));
  return row;
}
