// /livez, /readyz and /metrics of the worker.
import { createServer, type Server } from "node:http";
import type { Registry } from "prom-client";

export interface Health {
  /** False where the worker should be restarted. */
  alive: () => boolean;
  /** True when it has had an assignment. */
  ready: () => boolean;
}

export async function startHttpServer(
  address: { host: string; port: number },
  health: Health,
  metrics: Registry,
): Promise<Server> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    void answer(request.url ?? "/", health, metrics).then(({ status, body, type }) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, resolve);
  });
  return server;
}

interface Answer {
  status: number;
  body: string;
  type: string;
}

async function answer(url: string, health: Health, metrics: Registry): Promise<Answer> {
  switch (url) {
    case "/livez":
      return state(health.alive());
    case "/readyz":
      return state(health.alive() && health.ready());
    case "/metrics":
      return { status: 200, body: await metrics.metrics(), type: metrics.contentType };
    default:
      return { status: 404, body: "not found\n", type: "text/plain" };
  }
}

const state = (holds: boolean): Answer => ({
  status: holds ? 200 : 503,
  body: holds ? "ok\n" : "not yet\n",
  type: "text/plain",
});
