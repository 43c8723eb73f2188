// GET /v3/{scope}/entries/feed: a page of what arrived.
import { DAY_MS } from "@audit-log/schemas";
import type { FastifyInstance, preValidationAsyncHookHandler } from "fastify";
import { z } from "zod";
import { principalOf } from "../../auth/request-principal.ts";
import { entrySchema } from "../../entries/entry.ts";
import { filterText } from "../../filter/index.ts";
import { problems } from "../../problem.ts";
import { scopePaths } from "../../scope.ts";
import { feedParameters, type AskedFeed } from "./feed-parameters.ts";
import { openFeed, type FeedDependencies, type FeedRequest } from "./open-feed.ts";

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

/** Throws Problem (400, 403, 404), StoreUnavailable, AuthorizerUnavailable. */
async function readFeed(dependencies: FeedDependencies, request: FeedRequest): Promise<FeedPage> {
  const { asked, reading, signal } = request;
  const { descendants, filter, limit } = asked;
  const { granted, start, after, cursorOf } = await openFeed(dependencies, request);
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
}

export function registerFeed(
  app: FastifyInstance,
  authenticate: preValidationAsyncHookHandler,
  dependencies: FeedDependencies,
): void {
  for (const { type, title, path, params } of scopePaths)
    app.route<{ Params: string; Querystring: AskedFeed }>({
      method: "GET",
      url: `/v3/${path}/entries/feed`,
      schema: {
        operationId: `Feed${title}Entries`,
        summary: `${title} - Entries as they arrive`,
        description: `The entries of the ${title.toLowerCase()}'s events in the order in which they were received, without gaps: also what arrives late, and nothing twice. Go on with the cursor of the page before, for ever.`,
        tags: ["v3"],
        security: [{ bearer: [] }],
        params,
        querystring: feedParameters,
        response: {
          200: {
            description: "What arrived, and where to go on. A page may be empty.",
            content: { "application/json": { schema: feedPageSchema } },
          },
          ...problems(400, 401, 403, 404, 503),
        },
      },
      preValidation: authenticate,
      handler: (request, reply) =>
        readFeed(dependencies, {
          principal: principalOf(request),
          scope: { type, id: request.params },
          asked: request.query,
          defaultAgeMs: DAY_MS,
          reading: dependencies.readingOf(request, reply),
          signal: request.signal,
        }),
    });
}
