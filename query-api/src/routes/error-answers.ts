// What every error becomes: problem details with the published fields, and nothing that the caller need not know.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { AuthorizerUnavailable } from "../auth/authorize.ts";
import { callerGone, dependencyUnavailable, requestFailed } from "../log-events.ts";
import { mediaTypeFor, Problem, problemBody, unavailable, type ParameterError, type Refusal } from "../problem.ts";
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
  const answer = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void => {
    const path = pathOf(request.url);
    reply
      .code(refusal.status)
      .type(mediaTypeFor(path))
      .send(problemBody(refusal, { path, requestId: request.id, at: now() }));
  };

  return {
    onError: (fault, request, reply) => {
      if (request.socket.destroyed) {
        callerGone(request.log, {});
        reply.hijack(); // there is nobody to answer
        return;
      }
      const refusal = refusalOf(fault);
      // No hook has run where the framework could not read the URL.
      reply.header("x-request-id", request.id);
      if (refusal === undefined) {
        requestFailed(request.log, { err: fault });
        answer(request, reply, { status: 500, message: "internal error" });
        return;
      }
      if (refusal instanceof Problem) {
        if (refusal.status === 503) dependencyUnavailable(request.log, { err: refusal.cause });
        reply.headers(refusal.headers);
      }
      answer(request, reply, refusal);
    },
    onNotFound: (request, reply) =>
      answer(request, reply, { status: 404, message: `${pathOf(request.url)} not found.` }),
    onClientError: (fault, socket) => {
      if (!socket.writable) return;
      const status = clientErrors.get(fault.code ?? "") ?? 400;
      const message = STATUS_CODES[status] ?? "";
      const body = JSON.stringify(problemBody({ status, message }, { path: "", at: now() }));
      // Whose request it was cannot be told, so the media type is the one that every client reads.
      socket.end(
        `HTTP/1.1 ${status} ${message}\r\ncontent-type: application/json\r\n` +
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
function refusalOf(fault: FastifyError): Refusal | undefined {
  if (fault instanceof Problem) return fault;
  if (fault instanceof StoreUnavailable)
    return unavailable("Entries cannot be read at the moment, try again later", fault);
  if (fault instanceof AuthorizerUnavailable)
    return unavailable("Whether you may read this cannot be told at the moment, try again later", fault);
  if (fault.code === "FST_ERR_HANDLER_TIMEOUT") return unavailable("The answer took too long, try again later", fault);
  if (hasZodFastifySchemaValidationErrors(fault)) return invalid(fault.validation.map(parameterError));
  // The framework's own refusals of a request, such as a URL that cannot be decoded.
  const { statusCode = 500 } = fault;
  return statusCode >= 400 && statusCode < 500 ? { status: statusCode, message: fault.message } : undefined;
}

function invalid(errors: readonly ParameterError[]): Problem {
  const kind = errors.every(({ column }) => column !== undefined) ? "invalid-filter" : "invalid-parameter";
  return new Problem(kind, errors.map(({ detail }) => detail).join("; "), { errors });
}

interface Issue {
  readonly message?: string | undefined;
  /** /filter; / of all parameters together. */
  readonly instancePath: string;
  /** `keys`: names that are not known. */
  readonly params: { readonly keys?: readonly string[]; readonly params?: { readonly column?: unknown } };
}

function parameterError({ message = "", instancePath, params }: Issue): ParameterError {
  const parameter = instancePath.slice(1) || params.keys?.[0];
  const column = params.params?.column;
  return {
    detail: message,
    ...(parameter === undefined ? {} : { parameter }),
    ...(typeof column === "number" ? { column } : {}),
  };
}
