// Query parameters of the lists: text from a URL to times and numbers, strictly. What they mean together is query/'s business.
import { z } from "zod";

/** What a list was asked for, whatever the parameters are called. */
export interface AskedPage {
  /** Milliseconds UTC. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Already within the version's bounds. */
  readonly limit: number;
  readonly cursor: string | undefined;
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
export const limitParameter = (maximum: number) =>
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
      default: DEFAULT_LIMIT,
      description:
        "The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.",
    });

export const cursorParameter = z.string("cursor must be given once").optional().meta({ description: CURSOR });
