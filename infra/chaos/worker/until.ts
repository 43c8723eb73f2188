// Waits for a condition by asking again, never for time, and says what did not come true.
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 50;
/** Generous: the machine is shared. */
export const BOUND_MS = 90_000;

export class NeverCameTrue extends Error {
  override readonly name = "NeverCameTrue";
}

/** Throws NeverCameTrue. What `holds` throws counts as no: an engine may be away at the moment. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  boundMs: number = BOUND_MS,
): Promise<void> {
  const deadline = performance.now() + boundMs;
  let last: unknown;
  for (;;) {
    try {
      if (await holds()) return;
      last = undefined;
    } catch (cause) {
      if (cause instanceof NeverCameTrue) throw cause;
      last = cause;
    }
    if (performance.now() > deadline) {
      const why = last === undefined ? "" : ` (${last instanceof Error ? last.message : JSON.stringify(last)})`;
      throw new NeverCameTrue(`not within ${boundMs / 1_000} s: ${what}${why}`, { cause: last });
    }
    await sleep(PAUSE_MS);
  }
}
