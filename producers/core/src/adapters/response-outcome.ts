// How a request ended, told from its response once that is closed.
import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Outcome } from "@audit-log/schemas";
import { denied, failure, success } from "../input/outcome.ts";

/** nginx's: the caller went away, so nobody saw a status. */
const CLIENT_CLOSED = 499;

/**
 * 401 and 403 are denials; other statuses from 400 on, and responses that broke off, are failures.
 * `brokenOff` is the socket of a response that was not finished. `error` is what the handler threw: its message is told for 4xx, where it was
 * made for the caller; that of a 5xx is the service's own.
 */
export function outcomeOfResponse(
  { statusCode, statusMessage, errored }: Pick<ServerResponse, "statusCode" | "statusMessage" | "errored">,
  brokenOff: Pick<Socket, "readableEnded" | "errored"> | undefined,
  error: Error | undefined,
): Outcome {
  if (brokenOff !== undefined) {
    // Who destroys a response with an error leaves that in the socket, too.
    const byClient = brokenOff.readableEnded || (brokenOff.errored && !errored);
    return byClient
      ? failure(CLIENT_CLOSED, "client closed the request")
      : failure(500, "the service broke off the response");
  }
  if (statusCode < 400) return success(statusCode);
  const status = statusMessage || STATUS_CODES[statusCode] || `status ${statusCode}`;
  const message = (statusCode < 500 && error?.message) || status;
  return statusCode === 401 || statusCode === 403 ? denied(message, statusCode) : failure(statusCode, message);
}
