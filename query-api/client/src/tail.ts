// Entries as they arrive, over server-sent events: comes again after every break with the last id, so that nothing is missed and nothing comes twice.
import { ApiError } from "./api-error.ts";
import type { Entry } from "./answers.ts";
import { answered, authorization, requestIdOf, unreachable, type HttpOptions } from "./http.ts";
import { questionQuery, scopePath, urlOf, type Question } from "./scope.ts";
import { readEvents, type StreamEvent } from "./event-stream.ts";
import { jitter } from "./wait.ts";

export interface TailOptions extends Question {
  /** Where to go on: the id of a tail's event, or a cursor of the feed. Without it, `from`. */
  readonly cursor?: string | undefined;
  /** First time of receipt, RFC 3339. Default: now. */
  readonly from?: string | undefined;
  /** Longest silence, heartbeats included, after which the connection is given up. Default: 45 seconds. */
  readonly silenceMs?: number | undefined;
  /** Breaks in a row without any event in between, after which the last one is thrown. Default: without end. */
  readonly mostBreaks?: number | undefined;
  /** Told before each wait. */
  readonly onBreak?: ((fault: ApiError, waitMs: number) => void) | undefined;
}

export type TailEvent =
  | { readonly kind: "entry"; readonly entry: Entry; readonly cursor: string }
  /** Nothing that was received before is to come any more. */
  | { readonly kind: "settled"; readonly settledUntil: string; readonly cursor: string };

/** Refusals, which no waiting heals. */
const FINAL = new Set([400, 401, 403, 404]);
const SILENCE_MS = 45_000;

/** Throws ApiError where the service refuses. */
export async function* tailEntries(
  http: HttpOptions,
  options: TailOptions,
  signal?: AbortSignal,
): AsyncGenerator<TailEvent, void, undefined> {
  const { mostBreaks = Number.POSITIVE_INFINITY, onBreak } = options;
  let { cursor, from } = options;
  const begun = new Date(http.pace.now()).toISOString();
  for (let breaks = 1; ; breaks++) {
    let fault: ApiError;
    try {
      for await (const event of connection(http, { ...options, cursor, from }, signal)) {
        const told = tailEvent(event);
        if (told === undefined) continue;
        yield told;
        cursor = told.cursor;
        breaks = 0;
      }
      fault = new ApiError("the tail has ended");
    } catch (cause) {
      signal?.throwIfAborted();
      if (!(cause instanceof ApiError)) throw cause;
      if (cause.status !== undefined && FINAL.has(cause.status)) throw cause;
      fault = cause;
    }
    // "Now" is when the caller began, not when it came again.
    from ??= begun;
    if (breaks >= mostBreaks) throw fault;
    const waitMs = jitter(Math.max(1, breaks), http.pace);
    onBreak?.(fault, waitMs);
    await http.pace.wait(waitMs, signal);
  }
}

/** One connection, to its end. Throws ApiError. */
async function* connection(
  http: HttpOptions,
  { cursor, from, silenceMs = SILENCE_MS, ...options }: TailOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamEvent, void, undefined> {
  const silence = new AbortController();
  const either = signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal]);
  const url = urlOf(http.url, `${scopePath(options.scope)}/entries/tail`, {
    ...questionQuery(options),
    from: cursor === undefined ? from : undefined,
  });
  const isSilent = (): void => silence.abort(new DOMException("nothing was heard", "TimeoutError"));
  const timer = setTimeout(isSilent, silenceMs);
  try {
    const answer = await answered(
      async () =>
        http.fetch(url, {
          headers: {
            authorization: await authorization(http),
            accept: "text/event-stream",
            ...(cursor === undefined ? {} : { "last-event-id": cursor }),
          },
          redirect: "error",
          signal: either,
        }),
      http.pace,
      signal,
    );
    if (answer.body === null) throw new ApiError("the tail has no body", { requestId: requestIdOf(answer.headers) });
    yield* readEvents(answer.body, () => timer.refresh());
  } catch (cause) {
    throw cause instanceof ApiError ? cause : unreachable(silence.signal.aborted ? silence.signal.reason : cause);
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function tailEvent({ name, data, id }: StreamEvent): TailEvent | undefined {
  if (name !== "entry" && name !== "settled") return undefined;
  if (id === undefined) throw new ApiError(`the tail's event ${name} has no id`);
  try {
    const cursor = id;
    if (name === "entry") return { kind: "entry", entry: JSON.parse(data), cursor };
    const { settledUntil }: { settledUntil: string } = JSON.parse(data);
    return { kind: "settled", settledUntil, cursor };
  } catch (cause) {
    throw new ApiError(`the tail's event ${name} cannot be read`, { cause });
  }
}
