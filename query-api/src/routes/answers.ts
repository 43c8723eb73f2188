// What every answer has: a request id, security headers, a measurement and a line in the log.
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { probeAnswered, requestAnswered } from "../log-events.ts";
import type { Metrics } from "../metrics.ts";
import { pathOf } from "./error-answers.ts";
import { PROBES } from "./operations.ts";

/** Value of the metric's label `route` for paths that no route has: their number is the caller's choice. */
const UNMATCHED = "none";

export async function registerAnswers(app: FastifyInstance, metrics: Metrics): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });

  app.addHook("onRequest", async (request, reply) => {
    // An entry is nobody's to keep; what may be cached says so itself.
    reply.headers({ "x-request-id": request.id, "cache-control": "no-store" });
  });

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? UNMATCHED;
    const { statusCode: status, elapsedTime } = reply;
    metrics.requestSeconds.observe({ route, status: String(status) }, elapsedTime / 1000);
    const write = PROBES.has(route) ? probeAnswered : requestAnswered;
    const { method, url } = request;
    write(request.log, { method, route, path: pathOf(url), status, ms: Math.round(elapsedTime) });
  });
}
