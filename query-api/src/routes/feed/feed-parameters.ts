// Query parameters of feed and tail, strictly.
import { RETENTION_DAYS } from "@audit-log/schemas";
import { z } from "zod";
import type { Filter } from "../../filter/index.ts";
import { exampleFeedCursor } from "../example-cursors.ts";
import {
  ALL,
  DEFAULT_LIMIT,
  descendantsParameter,
  filterParameter,
  limitParameter,
  timeParameter,
} from "../query-parameters.ts";

/** What a feed was asked for. */
export interface AskedFeed {
  /** Received time, milliseconds UTC. */
  readonly from: number | undefined;
  readonly cursor: string | undefined;
  /** Of one page. */
  readonly limit: number;
  readonly descendants: boolean;
  readonly filter: Filter;
}

const MAX_LIMIT = 1000;

const shared = {
  filter: filterParameter,
  "include-descendants": descendantsParameter,
};

const fromParameter = (byDefault: string) =>
  timeParameter(
    "from",
    `Where to begin without a cursor: first time of receipt that belongs to the feed, within the last ${RETENTION_DAYS} days. Defaults to ${byDefault}.`,
  );

const cursorParameter = (from: string) =>
  z
    .string("cursor must be given once")
    .optional()
    .meta({ description: `Where to go on: ${from}. It does not expire.`, examples: [exampleFeedCursor] });

export const feedParameters = z
  .strictObject({
    cursor: cursorParameter("the cursor of the page before, or the id of an event of the tail"),
    from: fromParameter("24 hours ago"),
    limit: limitParameter(MAX_LIMIT),
    ...shared,
  })
  .transform(
    ({ from, cursor, limit = DEFAULT_LIMIT, filter = ALL, "include-descendants": descendants }): AskedFeed => ({
      from,
      cursor,
      limit,
      filter,
      descendants: descendants === "true",
    }),
  );

/** A page of the tail is what is held of it in memory. */
const TAIL_PAGE = 100;

export const tailParameters = z
  .strictObject({
    cursor: cursorParameter(
      "a cursor of the feed, or the id of an event of the tail; the header Last-Event-ID goes before it",
    ),
    from: fromParameter("now"),
    ...shared,
  })
  .transform(({ from, cursor, filter = ALL, "include-descendants": descendants }): AskedFeed => ({
    from,
    cursor,
    limit: TAIL_PAGE,
    filter,
    descendants: descendants === "true",
  }));
