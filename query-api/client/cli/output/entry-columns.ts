// Columns of an entry: those of a table, and those of a CSV file.
import type { Entry } from "../../src/index.ts";
import { UsageError } from "../exit.ts";
import { outcomeStyle, type Styles } from "./style.ts";
import type { Column } from "./table.ts";
import { timeText, timeTitle } from "./time.ts";

const texts = {
  time: (entry: Entry) => entry.eventTimeStamp,
  received: (entry: Entry) => entry.receivedTimeStamp,
  id: (entry: Entry) => entry.id,
  event: (entry: Entry) => entry.eventName,
  service: (entry: Entry) => entry.eventSource,
  outcome: (entry: Entry) => entry.outcome.result,
  status: (entry: Entry) => entry.outcome.statusCode?.toString() ?? "",
  initiator: (entry: Entry) => entry.initiator.email ?? entry.initiator.id,
  "initiator-id": (entry: Entry) => entry.initiator.id,
  "initiator-kind": (entry: Entry) => entry.initiator.kind,
  sentence: (entry: Entry) => entry.sentence,
  resource: (entry: Entry) => entry.resource.name ?? entry.resource.id,
  "resource-type": (entry: Entry) => entry.resource.type,
  "resource-id": (entry: Entry) => entry.resource.id,
  scope: (entry: Entry) => entry.scope.id,
  "scope-type": (entry: Entry) => entry.scope.type,
  region: (entry: Entry) => entry.region,
  address: (entry: Entry) => entry.sourceIpAddress ?? "",
  client: (entry: Entry) => entry.clientKind ?? "",
  correlation: (entry: Entry) => entry.correlationId ?? "",
  operation: (entry: Entry) => entry.operationId ?? "",
} as const;

export type ColumnName = keyof typeof texts;

export const columnNames = Object.keys(texts).filter((name): name is ColumnName => name in texts);

/** With ids where there is room for them. */
export const tableColumns = (width: number): ColumnName[] =>
  width >= 110 ? ["time", "outcome", "sentence", "id"] : ["time", "outcome", "sentence"];

/** Throws UsageError. */
export function columnsOf(text: string): ColumnName[] {
  return text.split(",").map((asked) => {
    const found = columnNames.find((name) => name === asked.trim());
    if (found === undefined)
      throw new UsageError(`--columns: there is no ${JSON.stringify(asked)}, but ${columnNames.join(", ")}`);
    return found;
  });
}

export const cellsOf = (entry: Entry, columns: readonly ColumnName[]): string[] =>
  columns.map((name) => texts[name](entry));

export const entryColumns = (columns: readonly ColumnName[], style: Styles, utc: boolean): Column<Entry>[] =>
  columns.map((name) => {
    const text = texts[name];
    switch (name) {
      case "time":
        return {
          title: timeTitle(utc),
          text: (entry) => timeText(text(entry), utc),
          style: (_entry, cell) => style.dim(cell),
        };
      case "received":
        return { title: "RECEIVED", text: (entry) => timeText(text(entry), utc) };
      case "outcome":
        return { title: "OUTCOME", text, style: (entry, cell) => outcomeStyle(style, text(entry))(cell) };
      case "sentence":
        return { title: "WHAT", text, isElastic: true };
      default:
        return { title: name.toUpperCase(), text };
    }
  });
