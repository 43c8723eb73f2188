// Entries on standard output, in the way that was asked for, as they come.
import type { Entry } from "../../src/index.ts";
import type { Session } from "../session.ts";
import type { Out } from "../surroundings.ts";
import { csvLine } from "./csv.ts";
import { cellsOf, columnNames, columnsOf, entryColumns, tableColumns, type ColumnName } from "./entry-columns.ts";
import { harmlessJson } from "./harmless.ts";
import { Table } from "./table.ts";

export interface EntryPrinter {
  add(entries: readonly Entry[]): Promise<void>;
  /** To be called once, behind the last. */
  end(): Promise<void>;
}

/** `columns`: of a table or a CSV file, with commas. Throws UsageError. */
export function entryPrinter(session: Session, columns?: string): EntryPrinter {
  const { stdout, output, style, utc } = session;
  const chosen = columns === undefined ? undefined : columnsOf(columns);
  if (output === "csv") return csvPrinter(stdout, chosen ?? columnNames);
  if (output === "json") return jsonPrinter(stdout);
  if (output === "ndjson")
    return {
      add: (entries) => stdout.write(entries.map((entry) => `${harmlessJson(entry)}\n`).join("")),
      end: async () => {},
    };
  const width = stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY;
  const table = new Table(entryColumns(chosen ?? tableColumns(width), style, utc), width, style.bold);
  return {
    add: async (entries) => {
      if (entries.length > 0) await stdout.write(table.text(entries));
    },
    end: async () => {},
  };
}

function csvPrinter(stdout: Out, columns: readonly ColumnName[]): EntryPrinter {
  let isBegun = false;
  const text = (entries: readonly Entry[]): string => {
    const head = isBegun ? "" : csvLine(columns);
    isBegun = true;
    return head + entries.map((entry) => csvLine(cellsOf(entry, columns))).join("");
  };
  return {
    add: (entries) => stdout.write(text(entries)),
    end: async () => {
      if (!isBegun) await stdout.write(text([]));
    },
  };
}

function jsonPrinter(stdout: Out): EntryPrinter {
  let isBegun = false;
  return {
    add: async (entries) => {
      for (const entry of entries) {
        await stdout.write(`${isBegun ? ",\n" : "[\n"}${harmlessJson(entry, 2)}`);
        isBegun = true;
      }
    },
    end: () => stdout.write(isBegun ? "\n]\n" : "[]\n"),
  };
}
