// Ties readings to requests: each request that reads has one, and it ends with the response.
import type { FastifyReply, FastifyRequest } from "fastify";
import { readerOf } from "./reader.ts";
import { CLIENT_CLOSED, Reading, type ReadingDependencies, type ReadingEnd } from "./reading.ts";

/** Of a request that a route is about to serve. */
export type ReadingOf = (request: FastifyRequest, reply: FastifyReply) => Reading;

export function readings(dependencies: ReadingDependencies): ReadingOf {
  return (request, { raw }) => {
    const reading = new Reading(dependencies, () => readerOf(request));
    let finished = raw.writableFinished;
    raw.once("finish", () => (finished = true));
    // "close" comes once and always: after "finish", and when the connection breaks before it.
    const end = () => reading.ended(endOf(raw, finished));
    if (raw.closed) end();
    else raw.once("close", end);
    return reading;
  };
}

function endOf(raw: FastifyReply["raw"], finished: boolean): ReadingEnd {
  if (!finished) return { status: raw.errored ? 500 : CLIENT_CLOSED, bytes: undefined };
  const length = Number(raw.getHeader("content-length") ?? NaN);
  return { status: raw.statusCode, bytes: Number.isSafeInteger(length) ? length : undefined };
}
