// Every answer that is not what was asked for, in the published error shape {message, path, status, timestamp}.
import { z } from "zod";

export const errorSchema = z
  .object({
    message: z.string().meta({ description: "Description of the error." }),
    path: z.string().meta({ description: "Path which was called." }),
    status: z.int().meta({ description: "Http status code." }),
    timestamp: z.string().meta({ description: "Timestamp at which the error occurred.", format: "date-time" }),
  })
  .meta({
    id: "ErrorResponse",
    description: "Error",
    examples: [
      {
        message: "limit must be a whole number of at least 1",
        path: "/v2/projects/8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10",
        status: 400,
        timestamp: "2026-03-21T08:10:14.422Z",
      },
    ],
  });

export type ErrorBody = z.infer<typeof errorSchema>;

/** The statuses that the document promises; the framework refuses some requests with others (408, 413, 414, 431). */
export type ProblemStatus = 400 | 401 | 403 | 404 | 429 | 503;

/** Thrown by a route to answer so. The message is for the caller: no internals. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, options: { headers?: Record<string, string>; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.headers = options.headers ?? {};
  }
}

/** Seconds after which a caller may try again when something behind the service is away. */
const RETRY_AFTER_SECONDS = "2";

export const unavailable = (message: string, cause: unknown): Problem =>
  new Problem(503, message, { headers: { "retry-after": RETRY_AFTER_SECONDS }, cause });

const meanings: Record<ProblemStatus, string> = {
  400: "Bad Request",
  401: "Request could not be authorized",
  403: "The principal has a role on the resource, but none that may read its entries",
  404: "Resource was not found",
  429: "Too many at a time; Retry-After says when to try again",
  503: "The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again",
};

/** What a route's document says of its errors. */
export const problems = (...statuses: ProblemStatus[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: meanings[status], content: { "application/json": { schema: errorSchema } } },
    ]),
  );
