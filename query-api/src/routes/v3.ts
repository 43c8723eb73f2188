// Our own lists: longer windows, larger pages, and entries that say all that is known.
import { RETENTION_DAYS, RETENTION_MS } from "@audit-log/schemas";
import { z } from "zod";
import { entryOfRow } from "../entries/entry-of-row.ts";
import { entryPageSchema, type Entry } from "../entries/entry.ts";
import { problems } from "../problem.ts";
import type { ListVersion } from "./list-entries.ts";
import type { ListDocument } from "./list-routes.ts";
import {
  ALL,
  cursorParameter,
  DEFAULT_LIMIT,
  descendantsParameter,
  filterParameter,
  limitParameter,
  orderParameter,
  timeParameter,
} from "./query-parameters.ts";

const MAX_LIMIT = 1000;

export const v3: ListVersion<Entry> = {
  name: "v3",
  window: { longestMs: RETENTION_MS, longestName: `${RETENTION_DAYS} days`, startName: "start", endName: "end" },
  entryOf: entryOfRow,
};

export const v3Document: ListDocument<Entry> = {
  url: (scopePath) => `/v3/${scopePath}/entries`,
  operationId: (title) => `List${title}Entries`,
  summary: (title) => `${title} - List entries`,
  description: (title) =>
    `The entries of the ${title}'s events, filtered and searched. The period may span all of the last ${RETENTION_DAYS} days.`,
  tag: "entries",
  // Strict: a misspelt parameter must not quietly widen what an auditor believes to have asked.
  querystring: z
    .strictObject({
      start: timeParameter(
        "start",
        "First event time that belongs to the period. Defaults to 24 hours before the end.",
      ),
      end: timeParameter("end", "First event time after the period. Defaults to now."),
      limit: limitParameter(MAX_LIMIT),
      cursor: cursorParameter,
      filter: filterParameter,
      order: orderParameter,
      "include-descendants": descendantsParameter,
    })
    .transform(
      ({
        start,
        end,
        limit = DEFAULT_LIMIT,
        cursor,
        filter = ALL,
        order = "newest-first",
        "include-descendants": descendants,
      }) => ({ start, end, limit, cursor, filter, order, descendants: descendants === "true" }),
    ),
  page: entryPageSchema,
  problems,
};
