// How long to wait before the next try.

export interface Pace {
  /** Ends early, with the signal's reason thrown, where it is aborted. Milliseconds. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds UTC. */
  readonly now: () => number;
}

export const realPace: Pace = {
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
  random: Math.random,
  now: Date.now,
};

/** Full jitter: anything up to a bound that doubles, so that many clients do not come back together. `failures`: from 1. */
export const jitter = (failures: number, { random }: Pace, firstMs = 500, mostMs = 30_000): number =>
  random() * Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30));

/** Milliseconds that a Retry-After asks for: seconds, or a date. Undefined where it says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header === "") return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
