// What every error becomes: the published error body, and nothing that the caller need not know.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { AuthorizerUnavailable } from "../auth/authorize.ts";
import { callerGone, dependencyUnavailable, requestFailed } from "../log-events.ts";
import { Problem, unavailable, type ErrorBody } from "../problem.ts";
import { StoreUnavailable } from "../store/entry-store.ts";

export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";

export interface ErrorAnswers {
  readonly onError: (fault: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;
  readonly onNotFound: (request: FastifyRequest, reply: FastifyReply) => void;
  /** For what is no HTTP that the server can read: written to the socket, which is then closed. */
  readonly onClientError: (fault: Error & { code?: string }, socket: Socket) => void;
}

/** `now`: milliseconds UTC. */
export function errorAnswers(now: () => number): ErrorAnswers {
  const bodyOf = (path: string, status: number, message: string): ErrorBody => ({
    message,
    path,
    status,
    timestamp: new Date(now()).toISOString(),
  });

  return {
    onError: (fault, request, reply) => {
      if (request.socket.destroyed) {
        callerGone(request.log, {});
        reply.hijack(); // there is nobody to answer
        return;
      }
      const problem = problemOf(fault);
      const path = pathOf(request.url);
      // No hook has run where the framework could not read the URL.
      reply.header("x-request-id", request.id);
      if (problem === undefined) {
        requestFailed(request.log, { err: fault });
        reply.code(500).send(bodyOf(path, 500, "internal error"));
        return;
      }
      const { status, message, headers, cause } = problem;
      if (status === 503) dependencyUnavailable(request.log, { err: cause });
      reply
        .code(status)
        .headers(headers)
        .send(bodyOf(path, status, message));
    },
    onNotFound: (request, reply) => {
      const path = pathOf(request.url);
      reply.code(404).send(bodyOf(path, 404, `${path} not found.`));
    },
    onClientError: (fault, socket) => {
      if (!socket.writable) return;
      const status = clientErrors.get(fault.code ?? "") ?? 400;
      const body = JSON.stringify(bodyOf("", status, STATUS_CODES[status] ?? ""));
      socket.end(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  };
}

const clientErrors: ReadonlyMap<string, number> = new Map([
  ["HPE_HEADER_OVERFLOW", 431],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
]);

/** What the caller is told; undefined for a fault that nobody foresaw. */
function problemOf(fault: FastifyError): Problem | undefined {
  if (fault instanceof Problem) return fault;
  if (fault instanceof StoreUnavailable)
    return unavailable("Entries cannot be read at the moment, try again later", fault);
  if (fault instanceof AuthorizerUnavailable)
    return unavailable("Whether you may read this cannot be told at the moment, try again later", fault);
  if (fault.code === "FST_ERR_HANDLER_TIMEOUT") return unavailable("The answer took too long, try again later", fault);
  if (hasZodFastifySchemaValidationErrors(fault))
    return new Problem(400, fault.validation.map((issue) => issue.message).join("; "));
  // The framework's own refusals of a request, such as a URL that cannot be decoded.
  const { statusCode = 500 } = fault;
  return statusCode >= 400 && statusCode < 500 ? new Problem(statusCode, fault.message) : undefined;
}
