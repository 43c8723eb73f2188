// An answer that is no list of entries: as JSON, or as a table of what it is about.
import type { Session } from "../session.ts";
import { csvLine } from "./csv.ts";
import { harmlessJson } from "./harmless.ts";
import { Table, type Column } from "./table.ts";

export const printJson = async ({ stdout, output }: Session, value: unknown): Promise<void> =>
  stdout.write(`${output === "json" ? harmlessJson(value, 2) : harmlessJson(value)}\n`);

/** As table, or CSV; JSON is the answer as it came. */
export async function printRows<R>(
  session: Session,
  answer: unknown,
  rows: readonly R[],
  columns: readonly Column<R>[],
): Promise<void> {
  const { stdout, output, style } = session;
  if (output === "table") {
    const width = stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY;
    await stdout.write(new Table(columns, width, style.bold).text(rows));
  } else if (output === "csv")
    await stdout.write(
      csvLine(columns.map(({ title }) => title.toLowerCase())) +
        rows.map((row) => csvLine(columns.map(({ text }) => text(row)))).join(""),
    );
  else await printJson(session, answer);
}
