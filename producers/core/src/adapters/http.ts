// Middleware for node:http and for frameworks of its shape, such as express: opens the context of every request.
import type { IncomingMessage, ServerResponse } from "node:http";
import { inFrame } from "../context/frame.ts";
import { openRequest } from "./audited-request.ts";
import type { AdapterOptions } from "./options.ts";

export { auditOnResponse } from "./audit-on-response.ts";
export type { AdapterFault, AdapterOptions } from "./options.ts";

export type HttpMiddleware<R extends IncomingMessage> = (
  request: R,
  response: ServerResponse,
  next: () => void,
) => void;

/**
 * Everything that `next` starts runs in the request's context, which knows the request, where it came from, its correlation id (sent back as
 * X-Request-Id), its trace and its initiator. Work that the request's own events start ("data", "end") does not: read bodies with `for await`.
 */
export const auditRequests =
  <R extends IncomingMessage = IncomingMessage>(options: AdapterOptions<R> = {}): HttpMiddleware<R> =>
  (request, response, next) => {
    const audited = openRequest(request, request, response, options);
    if (audited === undefined) return next();
    return inFrame(audited.frame, () => {
      const learning = audited.learnInitiator();
      if (learning === undefined) next();
      else void after(learning, next);
    });
  };

async function after(learning: Promise<void>, next: () => void): Promise<void> {
  await learning;
  next();
}
