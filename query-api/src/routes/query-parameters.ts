// Query parameters of the lists: text from a URL to times and numbers, strictly. What they mean together is query/'s business.
import { z } from "zod";
import { MAX_TEXT_LENGTH, parseFilter, type Filter } from "../filter/index.ts";
import type { Order } from "../query/page.ts";
import { exampleCursor } from "./example-cursors.ts";

/** What a list was asked for, whatever the parameters are called. */
export interface AskedPage {
  /** Milliseconds UTC. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Already within the version's bounds. */
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly descendants: boolean;
  readonly order: Order;
  readonly filter: Filter;
}

export const DEFAULT_LIMIT = 50;

const CURSOR =
  "A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.";

const rfc3339 = z.iso.datetime({ offset: true });

/** Times that both JavaScript and ClickHouse can hold, with room on both sides. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** An RFC 3339 time with its zone, to milliseconds UTC; digits beyond milliseconds are dropped. */
export const timeParameter = (name: string, description: string) =>
  z
    .unknown()
    .transform((value, context) => {
      const time = rfc3339.safeParse(value).success ? Date.parse(String(value)) : Number.NaN;
      if (time >= EARLIEST && time < LATEST) return time;
      context.addIssue(`${name} must be an ISO 8601 time with a zone, such as 2026-03-21T08:10:14.422Z`);
      return z.NEVER;
    })
    .optional()
    .meta({ type: "string", format: "date-time", description, examples: ["2026-03-21T08:10:14.422Z"] });

/** Digits only; more than `maximum` is answered with `maximum` entries at most. */
export const limitParameter = (maximum: number, byDefault = DEFAULT_LIMIT) =>
  z
    .unknown()
    .transform((value, context) => {
      const limit = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : 0;
      if (limit >= 1) return Math.min(limit, maximum);
      context.addIssue("limit must be a whole number of at least 1");
      return z.NEVER;
    })
    .optional()
    .meta({
      type: "integer",
      minimum: 1,
      maximum,
      default: byDefault,
      description:
        "The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.",
      examples: [20],
    });

/** An order as people write it in a URL. */
export const orderParameter = z
  .enum(["newest-first", "oldest-first"], { error: "order must be newest-first or oldest-first" })
  .optional()
  .meta({ default: "newest-first", description: "By event time, equal times by id.", examples: ["oldest-first"] });

export const descendantsParameter = z
  .enum(["true", "false"], { error: "include-descendants must be true or false" })
  .optional()
  .meta({
    type: "boolean",
    default: false,
    description:
      "Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.",
    examples: [true],
  });

/** To the tree; what is wrong with it is said with the column. */
export const filterParameter = z
  .unknown()
  .transform((value, context) => {
    const parsed = parseFilter(typeof value === "string" ? value : "");
    if (typeof value === "string" && parsed.ok) return parsed.filter;
    if (parsed.ok) context.addIssue("filter must be given once");
    else {
      const { column, message } = parsed.fault;
      context.addIssue({ code: "custom", message: `filter, column ${column}: ${message}`, params: { column } });
    }
    return z.NEVER;
  })
  .optional()
  .meta({
    type: "string",
    maxLength: MAX_TEXT_LENGTH,
    description:
      "Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.",
    examples: ['service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"'],
  });

export const ALL: Filter = { kind: "all" };

export const cursorParameter = z
  .string("cursor must be given once")
  .optional()
  .meta({ description: CURSOR, examples: [exampleCursor] });
