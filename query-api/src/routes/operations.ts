// For those who run the service: alive, ready, metrics. Not in the document, and not to be routed from outside.
import type { FastifyInstance } from "fastify";
import { notReady } from "../log-events.ts";
import type { Metrics } from "../metrics.ts";
import { unavailable } from "../problem.ts";
import type { Readiness } from "../readiness.ts";

export const PROBES: ReadonlySet<string> = new Set(["/livez", "/readyz", "/metrics"]);

export function registerOperations(app: FastifyInstance, metrics: Metrics, readiness: Readiness): void {
  app.get("/livez", { schema: { hide: true } }, async () => ({ status: "alive" }));

  app.get("/readyz", { schema: { hide: true } }, async () => {
    const { fault, warnings } = await readiness();
    if (fault === undefined) return warnings.length === 0 ? { status: "ready" } : { status: "ready", warnings };
    notReady(app.log, { err: fault });
    throw unavailable("not ready", fault);
  });

  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
