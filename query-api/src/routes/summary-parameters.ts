// What a summary is asked for.
import { z } from "zod";
import type { Filter } from "../filter/index.ts";
import { DEFAULT_FACETS, facetNames, type FacetName } from "../summary/facets.ts";
import { intervalNames, type IntervalName } from "../summary/interval.ts";
import { ALL, descendantsParameter, filterParameter, timeParameter } from "./query-parameters.ts";

export interface AskedSummary {
  /** Milliseconds UTC. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly filter: Filter;
  readonly descendants: boolean;
  readonly interval: IntervalName | "auto";
  readonly facets: readonly FacetName[];
}

const AUTO = "auto";
/** Each is counted in the same scan, but in memory of its own. */
const MOST_FACETS = 8;

const intervalParameter = z
  .enum([AUTO, ...intervalNames], { error: `interval must be auto or one of ${intervalNames.join(", ")}` })
  .optional()
  .meta({
    default: AUTO,
    description:
      "Length of a bucket. auto: the shortest that makes no more than 100 of them; a shorter one is refused.",
    examples: ["1h"],
  });

const facetsParameter = z
  .unknown()
  .transform((value, context) => {
    if (value === "") return [];
    const asked = typeof value === "string" ? value.split(",", MOST_FACETS + 1) : [];
    const known = [...new Set(facetNames.filter((name) => asked.includes(name)))];
    if (known.length === asked.length && known.length > 0 && known.length <= MOST_FACETS)
      return known.toSorted((left, right) => asked.indexOf(left) - asked.indexOf(right));
    context.addIssue(
      `facets must be at most ${MOST_FACETS} different ones of ${facetNames.join(", ")}, separated by commas`,
    );
    return z.NEVER;
  })
  .optional()
  .meta({
    type: "string",
    default: DEFAULT_FACETS.join(","),
    description: `By what entries are counted, separated by commas; empty: nothing. There are ${facetNames.join(", ")}.`,
    examples: ["service,initiator"],
  });

export const summaryQuerystring: z.ZodType<AskedSummary> = z
  .strictObject({
    start: timeParameter("start", "First event time that belongs to the period. Defaults to 24 hours before the end."),
    end: timeParameter("end", "First event time after the period. Defaults to now."),
    filter: filterParameter,
    "include-descendants": descendantsParameter,
    interval: intervalParameter,
    facets: facetsParameter,
  })
  .transform(
    ({ filter = ALL, interval = AUTO, facets = DEFAULT_FACETS, "include-descendants": descendants, ...asked }) => ({
      start: asked.start,
      end: asked.end,
      filter,
      interval,
      facets,
      descendants: descendants === "true",
    }),
  );
