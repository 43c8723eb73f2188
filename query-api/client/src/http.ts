// Requests: with the token, within a time, and tried again only where the service said that it did nothing. All are GET.
import { ApiError, refusal } from "./api-error.ts";
import { urlOf, type Query } from "./scope.ts";
import { jitter, retryAfterMs, type Pace } from "./wait.ts";

export interface HttpOptions {
  readonly url: string;
  /** Asked for each request, where it is a function: it may have become another. */
  readonly token: string | (() => string | Promise<string>);
  readonly fetch: typeof fetch;
  readonly pace: Pace;
  /** For the whole of a JSON answer, and for the first bytes of a stream. */
  readonly timeoutMs: number;
}

export interface Headers {
  readonly get: (name: string) => string | null | undefined;
}

/** What is left of an answer of any transport for the rules below. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: () => Promise<string>;
}

const MAX_TRIES = 4;
/** A service that asks for more is told of at once. */
const MAX_WAIT_MS = 60_000;
const AGAIN = new Set([429, 503]);

export const requestIdOf = (headers: Headers): string | undefined => headers.get("x-request-id") ?? undefined;

export async function authorization({ token }: Pick<HttpOptions, "token">): Promise<string> {
  return `Bearer ${typeof token === "string" ? token : await token()}`;
}

/** Asks until the answer is a success. Throws ApiError, and what `signal` was aborted with. */
export async function answered<A extends Answer>(
  ask: () => Promise<A>,
  pace: Pace,
  signal: AbortSignal | undefined,
): Promise<A> {
  for (let tries = 1; ; tries++) {
    const answer = await ask().catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw cause instanceof ApiError ? cause : unreachable(cause);
    });
    const { status, headers } = answer;
    if (status >= 200 && status < 300) return answer;
    const fault = refusal(status, requestIdOf(headers), await answer.text().catch(() => ""));
    const asked = retryAfterMs(headers.get("retry-after") ?? undefined, pace.now());
    // Too many requests are not made fewer by guessing when to come back.
    const isSafe = AGAIN.has(status) && (status === 503 || asked !== undefined);
    if (!isSafe || tries === MAX_TRIES || (asked ?? 0) > MAX_WAIT_MS) throw fault;
    await pace.wait((asked ?? 0) + jitter(tries, pace), signal);
  }
}

export function unreachable(cause: unknown): ApiError {
  if (cause instanceof Error && cause.name === "TimeoutError")
    return new ApiError("the audit log did not answer in time", { cause });
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const said = inner instanceof Error ? inner.message : String(inner);
  return new ApiError(`the audit log cannot be reached: ${said}`, { cause });
}

/** T is what the document promises of this path. */
export async function getJson<T>(options: HttpOptions, path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const answer = await answered(
    async () => {
      const until = AbortSignal.timeout(options.timeoutMs);
      const response = await options.fetch(urlOf(options.url, path, query), {
        headers: { authorization: await authorization(options), accept: "application/json" },
        // A token goes nowhere else.
        redirect: "error",
        signal: signal === undefined ? until : AbortSignal.any([signal, until]),
      });
      return response;
    },
    options.pace,
    signal,
  );
  try {
    const body: T = JSON.parse(await answer.text());
    return body;
  } catch (cause) {
    signal?.throwIfAborted();
    const requestId = requestIdOf(answer.headers);
    throw new ApiError("the answer was broken off", { status: answer.status, requestId, cause });
  }
}
