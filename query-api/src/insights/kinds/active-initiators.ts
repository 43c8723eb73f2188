// Who did nothing for long, and who did something for the first time.
import { RETENTION_MS } from "@audit-log/schemas";
import { allOf, equals } from "../../filter/terms.ts";
import type { Insight, InsightKind, InsightRow } from "../insight.ts";
import { insightQuery, millisecondsOf, SINCE } from "../insight-query.ts";
import { DORMANT_MS, HISTORY_MS, MOST_INSIGHTS } from "../thresholds.ts";
import type { Window } from "../../query/window.ts";
import { count } from "../words.ts";

/** A row per initiator: those who are new first, then those who are dormant, the most active first. */
export const activeInitiators: InsightKind = {
  name: "active-initiators",
  about: "Who did nothing for 30 days, and who was active for the first time",
  query: (selection) => {
    const { start, end } = selection.window;
    const kept = { start: end - RETENTION_MS, end };
    return insightQuery({ ...selection, window: kept }, start, {
      select: {
        kind: "toString(initiator_kind)",
        id: "initiator_id",
        entries: "count()",
        first: millisecondsOf("min(event_time)"),
        last: millisecondsOf("max(event_time)"),
        is_new: `min(event_time) >= ${SINCE}`,
      },
      where: ["initiator_kind != 'SYSTEM'"],
      rest: `GROUP BY kind, id HAVING is_new OR last < {dormant:Int64} ORDER BY is_new DESC, entries DESC, id, kind LIMIT ${MOST_INSIGHTS} BY is_new`,
      params: { dormant: end - DORMANT_MS },
    });
  },
  insightsOf: (rows, window) => {
    const hasHistory = window.start >= window.end - RETENTION_MS + HISTORY_MS;
    return rows.flatMap((row) =>
      row["is_new"] === "1" ? (hasHistory ? about(row, window) : []) : about(row, undefined),
    );
  },
};

/** `period`: of somebody new; of somebody dormant it is all that they did. */
function about({ kind = "", id = "", ...row }: InsightRow, period: Window | undefined): Insight[] {
  const filter = allOf(equals("initiator.kind", kind), equals("initiator.id", id));
  if (filter === undefined) return [];
  const [entries, first, last] = [Number(row["entries"]), Number(row["first"]), Number(row["last"])];
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const said =
    period === undefined
      ? `{initiator} did nothing since ${day(last)}, after ${count(entries, "entry", "entries")}`
      : `{initiator} was active for the first time on ${day(first)}: ${count(entries, "entry", "entries")} since`;
  return [
    {
      kind: period === undefined ? "dormant-initiator" : "new-initiator",
      sentence: said,
      initiator: { kind, id },
      figures: { entries, first: new Date(first).toISOString(), last: new Date(last).toISOString() },
      filter,
      window: period ?? { start: first, end: last + 1 },
    },
  ];
}
