// Whether the service can answer: ClickHouse is reachable and the issuer's keys have been loaded once.

export interface ReadinessResult {
  /** Undefined: ready. */
  fault: unknown;
}

export type Readiness = () => Promise<ReadinessResult>;

/** A probe is answered within this time, whatever hangs. */
const TIMEOUT_MS = 2_000;
/** Probes that come closer together than this share one check. */
const FRESH_MS = 1_000;

/** `checks` throw where something is missing; `now`: milliseconds. */
export function createReadiness(checks: readonly (() => Promise<void>)[], now: () => number): Readiness {
  let last: { at: number; result: Promise<ReadinessResult> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= FRESH_MS) last = { at: now(), result: check(checks) };
    return last.result;
  };
}

async function check(checks: readonly (() => Promise<void>)[]): Promise<ReadinessResult> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  try {
    await Promise.race([Promise.all(checks.map((run) => run())), late.promise]);
    return { fault: undefined };
  } catch (fault) {
    return { fault };
  } finally {
    clearTimeout(timer);
  }
}
