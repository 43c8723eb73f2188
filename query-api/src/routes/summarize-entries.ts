// GET /v3/{scope}/entries/summary: how many entries, over time and by what they say.
import type { Emails, Initiator } from "../emails/emails.ts";
import { summarySchema, type EntrySummary } from "../entries/entry-summary.ts";
import { filterText } from "../filter/index.ts";
import { Problem } from "../problem.ts";
import type { Window } from "../query/window.ts";
import { valueFilter } from "../summary/facets.ts";
import { bucketStarts, MOST_BUCKETS, shortestInterval, type IntervalName } from "../summary/interval.ts";
import type { Facet, FacetCount, Summaries } from "../summary/summary.ts";
import { choosePeriod } from "./choose-period.ts";
import { v3 } from "./v3.ts";
import { letIn, type Guard } from "./let-in.ts";
import type { ScopedRoute } from "./scoped-routes.ts";
import { scopeOnly } from "./scope-only.ts";
import { summaryQuerystring, type AskedSummary } from "./summary-parameters.ts";

export interface SummaryDependencies extends Guard {
  readonly summaries: Summaries;
  readonly emails: Emails;
  /** Milliseconds UTC. */
  readonly now: () => number;
}

export const summarizeEntries = (
  dependencies: SummaryDependencies,
): ScopedRoute<string, AskedSummary, EntrySummary> => ({
  suffix: "/entries/summary",
  params: scopeOnly,
  scopeIdOf: (id) => id,
  tag: "counts",
  operationId: (title) => `Summarize${title}Entries`,
  summary: (title) => `${title} - Count entries`,
  description: (title) => `How many entries the ${title} has: a histogram by outcome, and the most frequent values.`,
  querystring: summaryQuerystring,
  answers: "The counts.",
  body: summarySchema,
  handle: async (visit, { query: asked }) => {
    const { summaries, emails, now } = dependencies;
    const { reading, signal } = visit;
    const { descendants, filter, facets } = asked;
    const scope = await letIn(dependencies, visit, "v3");
    reading.searches(scope, facets.length === 0 ? "histogram" : "facets", {
      apiVersion: "v3",
      includesDescendants: descendants,
      filter: filterText(filter),
    });
    const window = choosePeriod(asked, v3.window, now());
    const interval = chooseInterval(asked.interval, window);
    const found = await summaries.summarize({ scope, descendants, window, filter }, { interval, facets }, signal);
    const initiators = found.facets.flatMap(({ name, values }) =>
      name === "initiator" ? values.map(initiatorIn) : [],
    );
    const emailOf = await emails.latest(initiators, signal);
    // Counts and no entry: nobody's data was shown.
    reading.shows({ rows: 0, window });

    const shown = (name: Facet["name"], one: FacetCount): EntrySummary["facets"][number]["values"][number] => {
      const who = name === "initiator" ? initiatorIn(one) : undefined;
      return {
        value: one.value[0] ?? "",
        count: one.count,
        kind: who?.kind,
        email: who && emailOf(who),
        filter: valueFilter(name, one.value),
      };
    };
    return {
      total: found.total,
      start: new Date(window.start).toISOString(),
      end: new Date(window.end).toISOString(),
      interval,
      histogram: found.buckets.map((bucket) => ({ ...bucket, start: new Date(bucket.start).toISOString() })),
      facets: found.facets.map(({ name, values, others, absent }) => ({
        name,
        values: values.map((one) => shown(name, one)),
        others,
        absent,
      })),
    };
  },
});

const initiatorIn = ({ value: [id = "", kind = ""] }: FacetCount): Initiator => ({ kind, id });

function chooseInterval(asked: IntervalName | "auto", window: Window): IntervalName {
  const shortest = shortestInterval(window);
  if (asked === "auto") return shortest;
  if (bucketStarts(window, asked).length <= MOST_BUCKETS) return asked;
  const detail = `interval must be at least ${shortest} for this period: no more than ${MOST_BUCKETS} buckets are made`;
  throw new Problem("invalid-parameter", detail, { errors: [{ detail, parameter: "interval" }] });
}
