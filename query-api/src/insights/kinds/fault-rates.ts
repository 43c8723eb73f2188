// Error and denial rates of each service against the days before: when something went wrong, and who or what had most of it.
import { allOf, equals } from "../../filter/terms.ts";
import type { Window } from "../../query/window.ts";
import { intervals, shortestInterval } from "../../summary/interval.ts";
import type { Insight, InsightKind, InsightRow } from "../insight.ts";
import { insightQuery, SINCE } from "../insight-query.ts";
import { BASELINE_MS, FEWEST_FAULTS, MOST_INSIGHTS, RATE_ABOVE, RATE_FACTOR } from "../thresholds.ts";
import { count, largestOf, percent } from "../words.ts";

const OUTCOMES = ["FAILURE", "DENIED"] as const;
const HOUR = 3_600;

/** Seconds: buckets of an hour at least, so that each has enough to be a rate. */
const stepOf = (window: Window): number => Math.max(HOUR, intervals[shortestInterval(window)]);

/** A row per service and bucket; what lies before the period is bucket 0, the baseline. */
export const faultRates: InsightKind = {
  name: "fault-rate",
  about: "Error and denial rates of each service against the seven days before",
  query: (selection) => {
    const { start, end } = selection.window;
    return insightQuery({ ...selection, window: { start: start - BASELINE_MS, end } }, start, {
      select: {
        service: "event_source",
        bucket: `if(event_time < ${SINCE}, 0, intDiv(toUnixTimestamp(event_time), {step:UInt32}))`,
        entries: "count()",
        failure: "countIf(outcome = 'FAILURE')",
        denied: "countIf(outcome = 'DENIED')",
        failure_by: "toJSONString(sumMapIf(map(toString(event_name), toUInt64(1)), outcome = 'FAILURE'))",
        denied_by: "toJSONString(sumMapIf(map(initiator_id, toUInt64(1)), outcome = 'DENIED'))",
      },
      rest: "GROUP BY service, bucket ORDER BY service, bucket",
      params: { step: stepOf(selection.window) },
    });
  },
  insightsOf: (rows, window) =>
    [...Map.groupBy(rows, ({ service = "" }) => service)]
      .flatMap(([service, ofService]) => OUTCOMES.flatMap((outcome) => anomalies(service, outcome, ofService, window)))
      .toSorted((left, right) => right.figures.entries - left.figures.entries)
      .slice(0, MOST_INSIGHTS),
};

function anomalies(
  service: string,
  outcome: (typeof OUTCOMES)[number],
  rows: readonly InsightRow[],
  window: Window,
): Insight[] {
  const column = outcome === "FAILURE" ? "failure" : "denied";
  const faultsOf = (row: InsightRow | undefined): number => Number(row?.[column] ?? 0);
  const entriesOf = (row: InsightRow | undefined): number => Number(row?.["entries"] ?? 0);
  const before = rows.find(({ bucket }) => bucket === "0");
  const usual = entriesOf(before) === 0 ? 0 : faultsOf(before) / entriesOf(before);
  const isHigh = (row: InsightRow): boolean =>
    faultsOf(row) >= FEWEST_FAULTS &&
    faultsOf(row) / entriesOf(row) > Math.max(usual * RATE_FACTOR, usual + RATE_ABOVE);
  const filter = allOf(equals("service", service), equals("outcome", outcome));
  if (filter === undefined) return [];
  const step = stepOf(window) * 1000;
  return stretches(rows.filter((row) => row !== before && isHigh(row))).map((stretch) => {
    const sum = (of: (row: InsightRow) => number): number => stretch.reduce((all, row) => all + of(row), 0);
    const [faults, rate] = [sum(faultsOf), sum(faultsOf) / sum(entriesOf)];
    const [most = ["", 0]] = largestOf(JSON.stringify(merged(stretch.map((row) => row[`${column}_by`] ?? ""))));
    const what = outcome === "FAILURE" ? "failed" : "were denied";
    return {
      kind: outcome === "FAILURE" ? "error-rate" : "denial-rate",
      sentence: `${percent(rate)} of what was asked of ${service} ${what} (${percent(usual)} in the seven days before): ${count(faults, "time")}, most of it ${most[0]}`,
      figures: {
        entries: faults,
        service,
        rate,
        baselineRate: usual,
        topContributor: most[0],
        topContributorEntries: most[1],
      },
      filter,
      window: {
        start: Math.max(window.start, Number(stretch[0]?.["bucket"]) * step),
        end: Math.min(window.end, (Number(stretch.at(-1)?.["bucket"]) + 1) * step),
      },
    };
  });
}

/** Buckets side by side are one anomaly. */
function stretches(rows: readonly InsightRow[]): InsightRow[][] {
  const found: InsightRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last !== undefined && Number(last.at(-1)?.["bucket"]) + 1 === Number(row["bucket"])) last.push(row);
    else found.push([row]);
  }
  return found;
}

function merged(maps: readonly string[]): Record<string, number> {
  const all = new Map<string, number>();
  for (const [key, value] of maps.flatMap(largestOf)) all.set(key, (all.get(key) ?? 0) + value);
  return Object.fromEntries(all);
}
