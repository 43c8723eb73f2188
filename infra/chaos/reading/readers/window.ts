// The windows of passes, whose end is fixed before a pass begins, and limits with which a pass has an end.
import type { Random } from "../../random.ts";
import { LATEST_MS } from "../writer.ts";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
const MOST_SHORT_PAGES = 25;

export interface Period {
  /** Milliseconds UTC; the end does not belong to it. */
  readonly window: { readonly start: number; readonly end: number };
  readonly limit: number;
}

/** All there is, the last minutes, a few pages of the last seconds, or some hours of some day for late events. `rate`: events per second. */
export function periodOf(random: Random, rate: number): Period {
  const now = Date.now();
  const choice = random.next();
  if (choice < 0.3)
    return { window: { start: now - LATEST_MS - HOUR_MS, end: now }, limit: random.pick([250, 600, 1_000]) };
  if (choice < 0.5) return { window: { start: now - 90 * SECOND_MS, end: now }, limit: random.pick([97, 250, 1_000]) };
  const limit = random.pick([1, 3, 7, 50]);
  if (choice < 0.85) {
    const pages = random.between(3, MOST_SHORT_PAGES);
    return { window: { start: now - Math.ceil((limit * pages * SECOND_MS) / rate), end: now }, limit };
  }
  const end = now - random.between(0, LATEST_MS);
  return { window: { start: end - 6 * HOUR_MS, end: Math.min(end, now) }, limit: limit * 3 };
}
