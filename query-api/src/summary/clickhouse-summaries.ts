// Summaries on ClickHouse.
import type { ClickHouseClient } from "@clickhouse/client";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";
import { readRows } from "../store/read-rows.ts";
import type { Counted } from "./count-rows.ts";
import { summaryOf } from "./count-rows.ts";
import { facetColumns } from "./facets.ts";
import { NEWER_KINDS } from "./initiator-kinds.ts";
import { intervals } from "./interval.ts";
import { isSettledStill, readSettledWeeks, settledRun, type SettledWeeks } from "./settled-weeks.ts";
import type { FacetCount, Question, Summaries, Summary } from "./summary.ts";
import { gainsBySettledWeeks, HISTOGRAM_COLUMNS, summaryQuery, type Counting } from "./summary-query.ts";

export function clickhouseSummaries(client: ClickHouseClient): Summaries {
  /** As they were when they were last read: whatever is counted by them is counted again where they are not settled any more. */
  let known: SettledWeeks | undefined;
  return {
    summarize: async (selection, question, signal) => {
      const count = async (settled?: Window): Promise<Summary> => {
        const byId = await countBy(client, selection, question, { settled }, signal);
        return byId.isExact
          ? byId.summary
          : (await countBy(client, selection, question, { settled, byPair: true }, signal)).summary;
      };
      if (!gainsBySettledWeeks(selection, question)) return count();
      const before = (known ??= await readSettledWeeks(client, signal));
      const run = settledRun(before, selection.window);
      const summary = await count(run);
      known = await readSettledWeeks(client, signal);
      return run === undefined || isSettledStill(run, before, known) ? summary : count();
    },
  };
}

/** `isExact` is false where an initiator among the most frequent ones is of a kind that was not counted by itself. */
async function countBy(
  client: ClickHouseClient,
  selection: Selection,
  question: Question,
  counting: Counting,
  signal: AbortSignal,
): Promise<{ summary: Summary; isExact: boolean }> {
  const query = summaryQuery(selection, question, counting);
  const { columns, keysOf, setOf } = query;
  const histogram: Counted["histogram"][number][] = [];
  const counted = new Map<number, FacetCount[]>();
  const histogramSet = setOf(HISTOGRAM_COLUMNS);
  for (const facet of question.facets) counted.set(setOf(keysOf(facet)), []);

  let isExact = true;
  for await (const row of readRows(client, query, columns.length + 4, signal)) {
    const [set, bucket] = [Number(row[0]), Number(row[1])];
    const [kind = "", count] = [row.at(-2), Number(row.at(-1))];
    const valueOf = (column: string): string => row[2 + columns.indexOf(column)] ?? "";
    if (set === histogramSet)
      histogram.push({ start: bucket * intervals[question.interval] * 1000, outcome: valueOf("outcome"), count });
    else {
      const facet = question.facets.find((name) => setOf(keysOf(name)) === set);
      if (facet === undefined) continue;
      const values = keysOf(facet).map(valueOf);
      isExact &&= kind !== NEWER_KINDS;
      counted.get(set)?.push({ value: values.length < facetColumns(facet).length ? [...values, kind] : values, count });
    }
  }
  const facets = question.facets.map((facet) =>
    facet === "outcome" ? byOutcome(histogram) : (counted.get(setOf(keysOf(facet))) ?? []),
  );
  return { summary: summaryOf(selection.window, question, { histogram, facets }), isExact };
}

function byOutcome(histogram: Counted["histogram"]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const { outcome, count } of histogram) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return [...counts].map(([outcome, count]) => ({ value: [outcome], count }));
}
