// GET /v3/{scope}/insights: what the entries of a period say together, each with the list of those that it counts.
import { DAY_MS } from "@audit-log/schemas";
import { z } from "zod";
import type { Emails } from "../emails/emails.ts";
import { insightsSchema, type Insights } from "../entries/insights.ts";
import { filterText } from "../filter/index.ts";
import { insightKinds } from "../insights/all-kinds.ts";
import { findInsights } from "../insights/find-insights.ts";
import type { Insight } from "../insights/insight.ts";
import type { InsightRows } from "../insights/insight-rows.ts";
import { choosePeriod } from "./choose-period.ts";
import { v3 } from "./v3.ts";
import { letIn, type Guard } from "./let-in.ts";
import { ALL, descendantsParameter, timeParameter } from "./query-parameters.ts";
import type { ScopedRoute } from "./scoped-routes.ts";
import { scopeOnly } from "./scope-only.ts";

export interface InsightDependencies extends Guard {
  readonly insightRows: InsightRows;
  readonly emails: Emails;
  /** Milliseconds UTC. */
  readonly now: () => number;
}

interface Asked {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly descendants: boolean;
}

/** A week has all of a team's habits. */
const DEFAULT_MS = 7 * DAY_MS;

const querystring: z.ZodType<Asked> = z
  .strictObject({
    start: timeParameter("start", "First event time that belongs to the period. Defaults to 7 days before the end."),
    end: timeParameter("end", "First event time after the period. Defaults to now."),
    "include-descendants": descendantsParameter,
  })
  .transform(({ start, end, "include-descendants": descendants }) => ({
    start,
    end,
    descendants: descendants === "true",
  }));

export const listInsights = (dependencies: InsightDependencies): ScopedRoute<string, Asked, Insights> => ({
  suffix: "/insights",
  params: scopeOnly,
  scopeIdOf: (id) => id,
  tag: "counts",
  operationId: (title) => `List${title}Insights`,
  summary: (title) => `${title} - List insights`,
  description: (title) =>
    `What the entries of the ${title} say together: bottlenecks, manual work that could be automated, and what is unusual. ` +
    "Each insight's filter, start and end list exactly the entries that it counts.",
  querystring,
  answers: "The insights.",
  body: insightsSchema,
  handle: async (visit, { query: { descendants, ...asked } }) => {
    const { insightRows, emails } = dependencies;
    const { reading, signal } = visit;
    const now = dependencies.now();
    const scope = await letIn(dependencies, visit, "v3");
    reading.searches(scope, "insights", { apiVersion: "v3", includesDescendants: descendants, filter: "" });
    const end = asked.end ?? now;
    const window = choosePeriod({ start: asked.start ?? end - DEFAULT_MS, end: asked.end }, v3.window, now);
    const selection = { scope, descendants, window, filter: ALL };
    const { insights, missing } = await findInsights(insightRows, insightKinds, selection, signal);
    const emailOf = await emails.latest(
      insights.flatMap(({ initiator }) => (initiator === undefined ? [] : [initiator])),
      signal,
    );
    // Counts and no entry: nobody's data was shown.
    reading.shows({ rows: 0, window });

    const shown = (insight: Insight): Insights["insights"][number] => {
      const { kind, initiator, figures } = insight;
      const email = initiator && emailOf(initiator);
      return {
        kind,
        sentence: insight.sentence.replaceAll("{initiator}", () => email ?? initiator?.id ?? ""),
        initiator: initiator && { ...initiator, email },
        figures,
        filter: filterText(insight.filter),
        start: new Date(insight.window.start).toISOString(),
        end: new Date(insight.window.end).toISOString(),
      };
    };
    return {
      start: new Date(window.start).toISOString(),
      end: new Date(window.end).toISOString(),
      insights: insights.map(shown),
      missing: missing.map(({ name: kind, about }) => ({ kind, about })),
    };
  },
});
