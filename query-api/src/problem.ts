// Every answer that is not what was asked for: problem details (RFC 9457) that also carry the published error's fields.
import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { problemKinds, typeOf, type ProblemKind, type ProblemStatus } from "./problem-kinds.ts";

const published = {
  message: z.string().meta({ description: "Description of the error." }),
  path: z.string().meta({ description: "Path which was called." }),
  status: z.int().meta({ description: "Http status code." }),
  timestamp: z.string().meta({ description: "Timestamp at which the error occurred.", format: "date-time" }),
};

/** As v2 publishes it. Its answers carry the members of problemSchema as well. */
export const errorSchema = z.object(published).meta({ id: "ErrorResponse", description: "Error" });

export const problemSchema = z
  .object({
    type: z.string().meta({
      format: "uri-reference",
      description: "What kind of error it is, and where it is explained; about:blank where the status says all.",
    }),
    title: z.string().meta({ description: "What the kind means, in short." }),
    detail: z.string().meta({ description: "What is wrong with this request. The same as message." }),
    instance: z
      .string()
      .meta({
        format: "uri-reference",
        description: "This occurrence: the path, and after # the answer's x-request-id, which the service's log names.",
      })
      .optional(),
    errors: z
      .array(
        z.object({
          detail: z.string().meta({ description: "What is wrong with it." }),
          parameter: z.string().meta({ description: "Name of the parameter." }).optional(),
          column: z
            .int()
            .meta({ description: "In a filter: the first character that is wrong, from 1, in UTF-16 code units." })
            .optional(),
        }),
      )
      .meta({ description: "What is wrong with each parameter." })
      .optional(),
    ...published,
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457), with the fields of the published error." });

export type ProblemBody = z.infer<typeof problemSchema>;
export type ParameterError = NonNullable<ProblemBody["errors"]>[number];

/** What is answered instead of what was asked for. */
export interface Refusal {
  readonly status: number;
  /** Undefined: the status says all. */
  readonly kind?: ProblemKind | undefined;
  /** For the caller: no internals. */
  readonly message: string;
  readonly errors?: readonly ParameterError[] | undefined;
}

interface ProblemOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly ParameterError[];
  readonly cause?: unknown;
}

/** Thrown by a route to answer so. */
export class Problem extends Error implements Refusal {
  override readonly name = "Problem";
  readonly kind: ProblemKind;
  readonly status: ProblemStatus;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly ParameterError[] | undefined;

  constructor(kind: ProblemKind, message: string, { headers = {}, errors, cause }: ProblemOptions = {}) {
    super(message, { cause });
    this.kind = kind;
    this.status = problemKinds[kind].status;
    this.headers = headers;
    this.errors = errors;
  }
}

/** Seconds after which a caller may try again when something behind the service is away. */
const RETRY_AFTER_SECONDS = "2";

export const unavailable = (message: string, cause: unknown): Problem =>
  new Problem("unavailable", message, { headers: { "retry-after": RETRY_AFTER_SECONDS }, cause });

/** Of a path that can stand in a URI reference without becoming another one, such as //host. */
const PLAIN_PATH = /^\/(?!\/)(?:[\w\-.~!$&'()*+,;=:@/]|%[\da-f]{2})*$/i;

/** `at`: milliseconds UTC. Without a request id no occurrence can be named: no request could be read. */
export function problemBody(
  { kind, status, message, errors }: Refusal,
  { path, requestId, at }: { path: string; requestId?: string | undefined; at: number },
): ProblemBody {
  return {
    type: kind === undefined ? "about:blank" : typeOf(kind),
    title: (kind === undefined ? STATUS_CODES[status] : problemKinds[kind].title) ?? "Error",
    detail: message,
    ...(requestId === undefined ? {} : { instance: `${PLAIN_PATH.test(path) ? path : ""}#${requestId}` }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
    message,
    path,
    status,
    timestamp: new Date(at).toISOString(),
  };
}

export const PROBLEM_JSON = "application/problem+json";

/** v2 keeps the media type that it is published with: generated clients read errors of no other (README). */
export const mediaTypeFor = (path: string): string => (path.startsWith("/v2/") ? "application/json" : PROBLEM_JSON);

const meanings: Record<ProblemStatus, string> = {
  400: "Bad Request",
  401: "Request could not be authorized",
  403: "The principal has a role on the resource, but none that may read its entries",
  404: "Resource was not found",
  429: "Too many at once; Retry-After says when to try again",
  503: "The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again",
};

/** What a route's document says of its errors. */
export const problems = (...statuses: ProblemStatus[]) => documented(PROBLEM_JSON, problemSchema, statuses);

/** The same for v2. */
export const publishedProblems = (...statuses: ProblemStatus[]) =>
  documented("application/json", errorSchema, statuses);

const documented = (mediaType: string, schema: z.ZodType, statuses: readonly ProblemStatus[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: meanings[status], content: { [mediaType]: { schema } } }]),
  );
