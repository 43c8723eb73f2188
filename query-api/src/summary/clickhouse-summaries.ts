// Summaries on ClickHouse.
import type { ClickHouseClient } from "@clickhouse/client";
import type { Selection } from "../query/selection.ts";
import { readRows } from "../store/read-rows.ts";
import type { Counted } from "./count-rows.ts";
import { summaryOf } from "./count-rows.ts";
import { facetColumns } from "./facets.ts";
import { intervals } from "./interval.ts";
import { isSettledStill, readSettledWeeks, settledRun, type SettledWeeks } from "./settled-weeks.ts";
import type { FacetCount, Question, Summaries, Summary } from "./summary.ts";
import { gainsBySettledWeeks, HISTOGRAM_COLUMNS, summaryQuery, type SummaryQuery } from "./summary-query.ts";

export function clickhouseSummaries(client: ClickHouseClient): Summaries {
  /** As they were when they were last read: whatever is counted by them is counted again where they are not settled any more. */
  let known: SettledWeeks | undefined;
  return {
    summarize: async (selection, question, signal) => {
      const count = (query: SummaryQuery) => countBy(client, query, selection, question, signal);
      if (!gainsBySettledWeeks(selection, question)) return count(summaryQuery(selection, question));
      const before = (known ??= await readSettledWeeks(client, signal));
      const run = settledRun(before);
      const summary = await count(summaryQuery(selection, question, run));
      known = await readSettledWeeks(client, signal);
      return run === undefined || isSettledStill(run, before, known)
        ? summary
        : count(summaryQuery(selection, question));
    },
  };
}

async function countBy(
  client: ClickHouseClient,
  query: SummaryQuery,
  selection: Selection,
  question: Question,
  signal: AbortSignal,
): Promise<Summary> {
  const { columns, setOf } = query;
  const histogram: Counted["histogram"][number][] = [];
  const counted = new Map<number, FacetCount[]>();
  const histogramSet = setOf(HISTOGRAM_COLUMNS);
  for (const facet of question.facets) counted.set(setOf(facetColumns(facet)), []);

  for await (const row of readRows(client, query, columns.length + 3, signal)) {
    const [set, bucket] = [Number(row[0]), Number(row[1])];
    const count = Number(row.at(-1));
    const valueOf = (column: string): string => row[2 + columns.indexOf(column)] ?? "";
    if (set === histogramSet)
      histogram.push({ start: bucket * intervals[question.interval] * 1000, outcome: valueOf("outcome"), count });
    else {
      const facet = question.facets.find((name) => setOf(facetColumns(name)) === set);
      if (facet !== undefined) counted.get(set)?.push({ value: facetColumns(facet).map(valueOf), count });
    }
  }
  const facets = question.facets.map((facet) => counted.get(setOf(facetColumns(facet))) ?? []);
  return summaryOf(selection.window, question, { histogram, facets });
}
