// How often one principal may ask, and when the service as a whole has enough to do: both are told to come back later.
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance, preValidationAsyncHookHandler } from "fastify";
import { principalOf } from "../auth/request-principal.ts";
import type { Metrics } from "../metrics.ts";
import { Problem, unavailable } from "../problem.ts";
import { pathOf } from "./error-answers.ts";
import { PROBES } from "./operations.ts";

const WINDOW_MS = 60_000;
/** Principals that are counted at once; who asked longest ago is forgotten first. */
const MOST_PRINCIPALS = 50_000;
/** Turns away what there is no time for: where everything else is `mostDelayMs` late, nobody is answered in time any more. 0: never. Probes are answered: a busy process is alive, and its metrics say why it is busy. */
export async function registerPressure(
  app: FastifyInstance,
  mostDelayMs: number,
  { underPressure: turnedAway }: Pick<Metrics, "underPressure">,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelayMs,
    pressureHandler: (request, _reply, type, value) => {
      if (PROBES.has(pathOf(request.url))) return;
      turnedAway.inc();
      throw unavailable("The service is too busy at the moment, try again later", new Error(`${type}: ${value}`));
    },
  });
}

/** Authenticates, and lets each principal ask `most` times a minute. Throws Problem (429). */
export async function limitedRequests(
  app: FastifyInstance,
  authenticate: preValidationAsyncHookHandler,
  most: number,
  { rateLimited }: Pick<Metrics, "rateLimited">,
): Promise<preValidationAsyncHookHandler> {
  await app.register(rateLimit, { global: false, cache: MOST_PRINCIPALS });
  const count = app.createRateLimit({
    max: most,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => principalOf(request).subject,
  });
  return async function admit(request, reply) {
    await authenticate.call(this, request, reply);
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    rateLimited.inc();
    throw new Problem("too-many-requests", `more than ${most} requests in a minute`, {
      headers: { "retry-after": String(counted.ttlInSeconds) },
    });
  };
}
