// The published Audit Log API v2 (query-api/contract): existing clients work unchanged.
import { DAY_MS } from "@audit-log/schemas";
import { z } from "zod";
import { publishedEntryOfRow } from "../entries/published-entry-of-row.ts";
import { publishedPageSchema, type PublishedEntry } from "../entries/published-entry.ts";
import { publishedProblems } from "../problem.ts";
import type { ListVersion } from "./list-entries.ts";
import type { ListDocument } from "./list-routes.ts";
import {
  ALL,
  cursorParameter,
  DEFAULT_LIMIT,
  descendantsParameter,
  limitParameter,
  timeParameter,
} from "./query-parameters.ts";

const START = "start-time-range";
const END = "end-time-range";
const DESCENDANTS = "include-descendants";
const MAX_LIMIT = 100;

export const v2: ListVersion<PublishedEntry> = {
  name: "v2",
  window: { longestMs: DAY_MS, longestName: "24 hours", startName: START, endName: END },
  entryOf: publishedEntryOfRow,
};

export const v2Document: ListDocument<PublishedEntry> = {
  url: (scopePath) => `/v2/${scopePath}`,
  operationId: (title) => `List${title}AuditLogEntries`,
  summary: (title) => `${title} - Download audit log entries`,
  description: (title) =>
    `Returns all audit log entries of the ${title} for the specified period, newest first. ` +
    "Period must not be longer than 24 hours within the last 90 days.",
  tag: "v2",
  querystring: z
    .object({
      [START]: timeParameter(
        START,
        "An ISO timestamp to specify the beginning of the time range from which entries should be returned, based on the eventTimeStamp. If not given, defaults to 24 hours before the end.",
      ),
      [END]: timeParameter(
        END,
        "An ISO timestamp to specify the end of the time range up until which entries should be returned, based on the eventTimeStamp; an entry at exactly this time belongs to the next range. If not given, defaults to the time this request was received.",
      ),
      limit: limitParameter(MAX_LIMIT),
      cursor: cursorParameter,
      [DESCENDANTS]: descendantsParameter,
    })
    .transform(({ limit = DEFAULT_LIMIT, cursor, [START]: start, [END]: end, [DESCENDANTS]: descendants }) => ({
      start,
      end,
      limit,
      cursor,
      descendants: descendants === "true",
      order: "newest-first" as const,
      filter: ALL,
    })),
  page: publishedPageSchema,
  problems: publishedProblems,
};
