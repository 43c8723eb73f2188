// How long to wait before another attempt: full jitter, so that a thousand producers do not come back in the same moment.

export interface Backoff {
  /** Longest wait after the first failure, milliseconds. */
  firstMs: number;
  /** Longest wait after any number of failures. */
  maxMs: number;
  /** [0, 1) */
  random: () => number;
}

/** `failures` counts from 1. */
export const waitMs = (backoff: Backoff, failures: number): number =>
  backoff.random() * Math.min(backoff.maxMs, backoff.firstMs * 2 ** Math.min(failures - 1, 30));
