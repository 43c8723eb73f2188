// Repeats what may work later, with full-jitter back-off (each wait is random between nothing and a doubling bound,
// so that workers that failed together do not come back together).
import { setTimeout as sleep } from "node:timers/promises";

/** retry: for as long as it takes. unsure: three tries in all. stop: throw now. bisect: throw now, and a part of it may work. */
export type Verdict = "retry" | "unsure" | "stop" | "bisect";

export interface Attempt<T> {
  work: () => Promise<T>;
  verdict: (cause: unknown) => Verdict;
  onRetry: (cause: unknown, waitMs: number) => void;
  /** Aborted: no further attempt, what the last one threw is thrown. */
  signal?: AbortSignal;
  firstBoundMs?: number;
  maxBoundMs?: number;
  random?: () => number;
}

const UNSURE_TRIES = 3;

export async function untilItWorks<T>({
  work,
  verdict,
  onRetry,
  signal,
  firstBoundMs = 50,
  maxBoundMs = 5_000,
  random = Math.random,
}: Attempt<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (cause) {
      const answer = verdict(cause);
      if (
        signal?.aborted === true ||
        answer === "stop" ||
        answer === "bisect" ||
        (answer === "unsure" && tries >= UNSURE_TRIES)
      )
        throw cause;
      const waitMs = Math.ceil(random() * Math.min(maxBoundMs, firstBoundMs * 2 ** (tries - 1)));
      onRetry(cause, waitMs);
      await sleep(waitMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      signal?.throwIfAborted();
    }
  }
}
