// Summaries on ClickHouse.
import type { ClickHouseClient } from "@clickhouse/client";
import { readRows } from "../store/read-rows.ts";
import type { Counted } from "./count-rows.ts";
import { summaryOf } from "./count-rows.ts";
import { facetColumns } from "./facets.ts";
import { intervals } from "./interval.ts";
import type { FacetCount, Summaries } from "./summary.ts";
import { HISTOGRAM_COLUMNS, summaryQuery } from "./summary-query.ts";

export const clickhouseSummaries = (client: ClickHouseClient): Summaries => ({
  summarize: async (selection, question, signal) => {
    const query = summaryQuery(selection, question);
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
  },
});
