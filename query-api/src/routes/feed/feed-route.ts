// GET /v3/{scope}/entries/feed: a page of what arrived.
import { DAY_MS } from "@audit-log/schemas";
import { z } from "zod";
import { entrySchema } from "../../entries/entry.ts";
import { filterText } from "../../filter/index.ts";
import { feedParameters, type AskedFeed } from "./feed-parameters.ts";
import { scopeOnly } from "../scope-only.ts";
import type { ScopedRoute } from "../scoped-routes.ts";
import { openFeed, type FeedDependencies } from "./open-feed.ts";

export const feedPageSchema = z
  .object({
    items: z.array(entrySchema),
    cursor: z.string().meta({ description: "Where to go on, now or in a year. Always there." }),
    settledUntil: z.string().meta({
      format: "date-time",
      description:
        "Nothing that was received before this moment is to come any more. 1970: no worker has said anything yet.",
    }),
    more: z.boolean().meta({ description: "Whether to go on at once. Otherwise come back in a second or later." }),
    limit: z.int(),
  })
  .meta({ id: "FeedPage", description: "Entries in the order in which they were received, each once." });

export type FeedPage = z.infer<typeof feedPageSchema>;

export const readFeed = (dependencies: FeedDependencies): ScopedRoute<string, AskedFeed, FeedPage> => ({
  suffix: "/entries/feed",
  params: scopeOnly,
  scopeIdOf: (id) => id,
  tag: "arrival",
  operationId: (title) => `Feed${title}Entries`,
  summary: (title) => `${title} - Entries as they arrive`,
  description: (title) =>
    `The entries of the ${title}'s events in the order in which they were received, without gaps: also what arrives late, and nothing twice. Go on with the cursor of the page before, for ever.`,
  querystring: feedParameters,
  answers: "What arrived, and where to go on. A page may be empty.",
  body: feedPageSchema,
  handle: async (visit, { query: asked }) => {
    const { reading, signal } = visit;
    const { descendants, filter, limit } = asked;
    const { granted, start, after, cursorOf } = await openFeed(dependencies, { ...visit, asked, defaultAgeMs: DAY_MS });
    reading.views(granted, "list", {
      apiVersion: "v3",
      filter: filterText(filter),
      includesDescendants: descendants,
    });
    const { items, settledUntil, more, last } = await after(start, signal);
    const window = { start: start.receivedTime, end: Math.max(start.receivedTime, settledUntil) };
    reading.shows({ rows: items.length, window, limit });
    return {
      items: items.map(({ entry }) => entry),
      cursor: cursorOf(last),
      settledUntil: new Date(settledUntil).toISOString(),
      more,
      limit,
    };
  },
});
