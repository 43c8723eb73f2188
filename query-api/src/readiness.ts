// Whether the service can answer: ClickHouse is reachable and the issuer's keys have been loaded once.

export interface ReadinessResult {
  /** Undefined: ready. */
  fault: unknown;
  /** What works for now and should be looked at. */
  warnings: readonly string[];
}

/** Throws where something is missing; returns a sentence where it works for now. */
export type ReadinessCheck = () => Promise<string | undefined>;

export type Readiness = () => Promise<ReadinessResult>;

/** A probe is answered within this time, whatever hangs. */
const TIMEOUT_MS = 2_000;
/** Probes that come closer together than this share one check. */
const FRESH_MS = 1_000;

/** `now`: milliseconds. */
export function createReadiness(checks: readonly ReadinessCheck[], now: () => number): Readiness {
  let last: { at: number; result: Promise<ReadinessResult> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= FRESH_MS) last = { at: now(), result: check(checks) };
    return last.result;
  };
}

async function check(checks: readonly ReadinessCheck[]): Promise<ReadinessResult> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  try {
    const told = await Promise.race([Promise.all(checks.map((run) => run())), late.promise]);
    return { fault: undefined, warnings: told.filter((warning) => warning !== undefined) };
  } catch (fault) {
    return { fault, warnings: [] };
  } finally {
    clearTimeout(timer);
  }
}
