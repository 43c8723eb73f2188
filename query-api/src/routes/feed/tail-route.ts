// GET /v3/{scope}/entries/tail: the feed as server-sent events, for as long as the reader stays and its token lasts.
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest, preValidationAsyncHookHandler } from "fastify";
import { z } from "zod";
import { expiryOf, principalOf } from "../../auth/request-principal.ts";
import { filterText } from "../../filter/index.ts";
import { callerGone, dependencyUnavailable } from "../../log-events.ts";
import { Problem, problems, unavailable } from "../../problem.ts";
import { scopePaths, type Scope } from "../../scope.ts";
import { StoreUnavailable } from "../../store/entry-store.ts";
import { streamText } from "./event-stream.ts";
import { tailParameters, type AskedFeed } from "./feed-parameters.ts";
import type { Tag } from "../tags.ts";
import { openFeed, type FeedDependencies } from "./open-feed.ts";
import { tail, type TailEnd, type TailPace } from "./tail.ts";
import type { Tails } from "./tails.ts";

export interface TailDependencies extends FeedDependencies {
  tails: Tails;
  pace: TailPace;
}

const RETRY_AFTER_SECONDS = "10";
/** What timers can hold: longer than any token lasts. */
const FOR_EVER_MS = 2 ** 31 - 1;
const TELL_READING_MS = 60_000;

interface TailRequest {
  Params: string;
  Querystring: AskedFeed;
}

/** Throws Problem (400, 403, 404, 429, 503), StoreUnavailable, AuthorizerUnavailable. */
async function openTail(
  dependencies: TailDependencies,
  scope: Scope,
  request: FastifyRequest<TailRequest>,
  reply: FastifyReply,
): Promise<Readable> {
  const { readingOf, tails, pace, now } = dependencies;
  const principal = principalOf(request);
  const reading = readingOf(request, reply);
  const lastEventId = request.headers["last-event-id"];
  const asked =
    typeof lastEventId === "string" ? { ...request.query, cursor: lastEventId, from: undefined } : request.query;

  const feed = await openFeed(dependencies, {
    principal,
    scope,
    asked,
    defaultAgeMs: 0,
    reading,
    signal: request.signal,
  });
  const place = tails.open(principal.subject);
  if (place === "too-many-of-principal")
    throw new Problem("too-many-tails", "too many tails are open: close one, or come back later", {
      headers: { "retry-after": RETRY_AFTER_SECONDS },
    });
  if (place === "too-many") throw unavailable("Too many tails are open at the moment, try again later", undefined);

  const hungUp = new AbortController();
  const end = (): void => {
    place[Symbol.dispose]();
    hungUp.abort();
    if (!reply.raw.writableFinished) callerGone(request.log, {});
  };
  // Who hung up while it was asked who may read is gone already.
  if (reply.raw.closed) end();
  else reply.raw.once("close", end);
  const expiry = AbortSignal.timeout(Math.min(FOR_EVER_MS, Math.max(0, expiryOf(request) - now())));
  const signal = AbortSignal.any([hungUp.signal, tails.closing, expiry]);
  const over = (): TailEnd | "hung-up" | undefined =>
    hungUp.signal.aborted
      ? "hung-up"
      : tails.closing.aborted
        ? "closing"
        : expiry.aborted
          ? "token-expired"
          : undefined;

  // It is told while it lasts: a tail may never end.
  const clock = (): number => performance.now();
  let [rows, toldAt] = [0, clock()];
  reading.views(feed.granted, "tail", {
    apiVersion: "v3",
    filter: filterText(asked.filter),
    includesDescendants: asked.descendants,
  });
  reading.goesOn();
  const onLook = (more: number): void => {
    reading.shows({ rows: (rows += more) });
    if (clock() - toldAt < TELL_READING_MS) return;
    [rows, toldAt] = [0, clock()];
    reading.goesOn();
  };

  const events = tail({
    feed,
    pace,
    clock,
    wait: (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
    over,
    signal,
    onLook,
    onAway: (cause) => {
      if (!(cause instanceof StoreUnavailable)) throw cause;
      dependencyUnavailable(request.log, { err: cause });
    },
  });
  // A service that closes waits for connections that are kept for a next request.
  reply.headers({ "content-type": "text/event-stream", "x-accel-buffering": "no", connection: "close" });
  // One at a time: whoever does not read has nothing read for.
  return Readable.from(texts(events), { highWaterMark: 1 });
}

async function* texts(events: ReturnType<typeof tail>): AsyncGenerator<string> {
  for await (const event of events) yield streamText(event);
}

export function registerTail(
  app: FastifyInstance,
  authenticate: preValidationAsyncHookHandler,
  dependencies: TailDependencies,
): void {
  app.addHook("preClose", async () => dependencies.tails.close());
  for (const { type, title, path, params } of scopePaths)
    app.route<TailRequest>({
      method: "GET",
      url: `/v3/${path}/entries/tail`,
      handlerTimeout: FOR_EVER_MS,
      schema: {
        operationId: `Tail${title}Entries`,
        summary: `${title} - Follow the entries as they arrive`,
        description:
          `The feed of the ${title.toLowerCase()}'s entries as server-sent events. \`entry\`: an entry; its id is a cursor of the feed, and goes on after it, also as Last-Event-ID. ` +
          "`settled`: nothing that was received before settledUntil is to come any more; `dropped` is always 0, for a slow reader is read for slowly. `end`: why the stream ends (token-expired, closing, not-granted, unavailable). " +
          "A comment at least every 15 seconds.",
        tags: ["arrival" satisfies Tag],
        security: [{ bearer: [] }],
        params,
        querystring: tailParameters,
        response: {
          200: {
            description: "Entries as they arrive, until the reader hangs up, its token expires, or the service closes.",
            content: { "text/event-stream": { schema: z.string() } },
          },
          ...problems(400, 401, 403, 404, 429, 503),
        },
      },
      preValidation: authenticate,
      handler: (request, reply) => openTail(dependencies, { type, id: request.params }, request, reply),
    });
}
