// How long a refusal takes at least: finding a scope in the hierarchy takes some milliseconds more than not finding it (infra/decisions/0016-who-may-read.md).
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds from the question; several times what the look-up takes. */
export const REFUSAL_MS = 100;

/** Begins at once; the function it returns waits for the rest of the time. Aborted: the caller has gone, and nobody measures. */
export type RefusalPause = () => (signal: AbortSignal) => Promise<void>;

/** `now`: milliseconds of a clock that is never set back. */
export function refusalPause(leastMs: number, now: () => number): RefusalPause {
  return () => {
    const began = now();
    return async (signal) => {
      const rest = leastMs - (now() - began);
      // Rejects where the caller has gone.
      if (rest > 0) await sleep(rest, undefined, { signal }).catch(() => undefined);
    };
  };
}
