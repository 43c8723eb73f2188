// A service on loopback that answers, request by request, what a test tells it to.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { createClient, type AuditLogClient, type ClientOptions, type Pace } from "../src/index.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeService extends AsyncDisposable {
  readonly url: string;
  /** Path and query of each request. */
  readonly asked: string[];
  readonly headers: IncomingMessage["headers"][];
  /** Milliseconds of each wait that the client made. */
  readonly waits: number[];
  client(options?: Partial<ClientOptions>): AuditLogClient;
}

/** One handler per request; the last one answers all that follow. */
export async function fakeService(...handlers: Handler[]): Promise<FakeService> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    headers.push(request.headers);
    handlers[Math.min(asked.length, handlers.length) - 1]?.(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const pace: Pace = {
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
    },
    random: () => 0.5,
    now: () => Date.parse("2026-03-21T12:00:00.000Z"),
  };
  return {
    url,
    asked,
    headers,
    waits,
    client: (options = {}) => createClient({ url, token: "secret", pace, ...options }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const json =
  (body: unknown, status = 200, more: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "request-1", ...more });
    response.end(JSON.stringify(body));
  };

export const problem = (status: number, message: string, more?: Record<string, string>): Handler =>
  json({ message, path: "/", status, timestamp: "2026-03-21T12:00:00.000Z" }, status, more);

/** Among the pieces of a body: the connection is destroyed without its end. */
export const BREAK = Symbol("break");

export const stream =
  (
    pieces: readonly (string | Buffer | typeof BREAK)[],
    more: Record<string, string> = {},
    trailers?: Record<string, string>,
  ): Handler =>
  (_request, response) => {
    const names = trailers === undefined ? {} : { trailer: Object.keys(trailers).join(",") };
    response.writeHead(200, { "x-request-id": "request-1", ...names, ...more });
    void writeAll(response, pieces, trailers);
  };

async function writeAll(
  response: ServerResponse,
  pieces: readonly (string | Buffer | typeof BREAK)[],
  trailers: Record<string, string> | undefined,
): Promise<void> {
  for (const piece of pieces) {
    if (piece === BREAK) return void response.socket?.destroy();
    // Each piece is on its way before the next, or before the break.
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
  }
  if (trailers !== undefined) response.addTrailers(trailers);
  response.end();
}
