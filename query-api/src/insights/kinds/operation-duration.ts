// How long operations take from start to end: the event that starts one and the event that ends it have the same operation id.
import { events } from "@audit-log/schemas";
import { allOf, equals, present } from "../../filter/terms.ts";
import type { Expression } from "../../filter/filter.ts";
import type { Insight, InsightKind, InsightRow } from "../insight.ts";
import { insightQuery, millisecondsOf } from "../insight-query.ts";
import { FEWEST_OPERATIONS, MOST_INSIGHTS } from "../thresholds.ts";
import { count, duration } from "../words.ts";
import type { Window } from "../../query/window.ts";

const pairs = events.flatMap(({ name, endOf }) => (endOf === undefined ? [] : [{ start: endOf, end: name }]));
const endOf = new Map<string, string>(pairs.map(({ start, end }) => [start, end]));

/** Its start and its end. */
const namesOf = (start: string): Expression | undefined => equals("eventName", start, endOf.get(start) ?? "");

const STARTS = "{starts:Array(String)}";
const ENDS = "{ends:Array(String)}";
const isWhole = "started > 0 AND stopped >= started";
const seconds = "(stopped - started) / 1000";

/** A row per operation name. Of what began or ended outside of the period there is one half, which is counted as entry and not as operation. */
export const operationDuration: InsightKind = {
  name: "operation-duration",
  about: "How long operations take from start to end, and which was the slowest",
  query: (selection) =>
    insightQuery(selection, selection.window.start, {
      select: {
        operation: `transform(toString(event_name), ${ENDS}, ${STARTS}, toString(event_name))`,
        id: "operation_id",
        started: millisecondsOf(`minIf(event_time, event_name IN ${STARTS})`),
        stopped: millisecondsOf(`maxIf(event_time, event_name IN ${ENDS})`),
        stored: "count()",
      },
      where: [`(event_name IN ${STARTS} OR event_name IN ${ENDS})`, "operation_id != ''"],
      rest: "GROUP BY operation, id",
      outer: {
        select: {
          name: "operation",
          entries: "sum(stored)",
          operations: `countIf(${isWhole})`,
          median: `quantileIf(0.5)(${seconds}, ${isWhole})`,
          p95: `quantileIf(0.95)(${seconds}, ${isWhole})`,
          slowest: `maxIf(${seconds}, ${isWhole})`,
          slowest_id: `argMaxIf(id, stopped - started, ${isWhole})`,
          slowest_entries: `argMaxIf(stored, stopped - started, ${isWhole})`,
        },
        rest: `GROUP BY operation HAVING operations >= ${FEWEST_OPERATIONS} ORDER BY sumIf(${seconds}, ${isWhole}) DESC, operation`,
      },
      params: { starts: pairs.map(({ start }) => start), ends: pairs.map(({ end }) => end) },
    }),
  insightsOf: (rows, window) =>
    rows.slice(0, MOST_INSIGHTS).flatMap((row) => [...all(row, window), ...slowest(row, window)]),
};

function all(row: InsightRow, window: Window): Insight[] {
  const { name = "" } = row;
  const filter = allOf(namesOf(name), present("operationId"));
  const [operations, median, p95] = [Number(row["operations"]), Number(row["median"]), Number(row["p95"])];
  return filter === undefined
    ? []
    : [
        {
          kind: "operation-duration",
          sentence: `${name} took ${duration(median)} at the median and more than ${duration(p95)} one time in twenty (${count(operations, "operation")})`,
          figures: {
            entries: Number(row["entries"]),
            operation: name,
            operations,
            medianSeconds: median,
            p95Seconds: p95,
            slowestSeconds: Number(row["slowest"]),
          },
          filter,
          window,
        },
      ];
}

function slowest(
  { name = "", slowest_id: id = "", slowest_entries: entries, ...row }: InsightRow,
  window: Window,
): Insight[] {
  const filter = allOf(namesOf(name), equals("operationId", id));
  const took = Number(row["slowest"]);
  return filter === undefined
    ? []
    : [
        {
          kind: "slowest-operation",
          sentence: `The slowest ${name} took ${duration(took)}`,
          figures: { entries: Number(entries), operation: name, operationId: id, seconds: took },
          filter,
          window,
        },
      ];
}
