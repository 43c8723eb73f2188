// Bounds of the HTTP server itself: nobody can hold a connection, a request or a handler for ever.
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { LogController } from "fastify";

/** Longer than ClickHouse may take (query/keys-query.ts, rows-query.ts and what stands beside them), so that the store's own words are heard. */
const HANDLER_TIMEOUT_MS = 15_000;
const RECEIVE_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 60_000;
const MAX_HEADER_BYTES = 16 * 1024;
/** No route reads a body. */
const MAX_BODY_BYTES = 1024;

const SANE_REQUEST_ID = /^[\w.-]{8,64}$/;

/** The caller's x-request-id where it is harmless in a log and a header, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}

export const serverOptions = {
  http: { maxHeaderSize: MAX_HEADER_BYTES },
  connectionTimeout: IDLE_TIMEOUT_MS,
  keepAliveTimeout: IDLE_TIMEOUT_MS,
  requestTimeout: RECEIVE_TIMEOUT_MS,
  handlerTimeout: HANDLER_TIMEOUT_MS,
  bodyLimit: MAX_BODY_BYTES,
  exposeHeadRoutes: false,
  // While closing, what still comes on open connections is answered and not turned away.
  return503OnClosing: false,
  requestIdHeader: false as const,
  genReqId: requestIdOf,
  // We log each answer ourselves, without the query string.
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
};
