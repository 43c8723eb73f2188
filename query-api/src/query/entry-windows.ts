// Where to look for an entry of which only the id is known. The table is sorted by scope and event time, and an id is not in it.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import type { Window } from "./window.ts";

/**
 * The SDK makes an id when the event is recorded, and unless the product says otherwise that is the event's time. An hour on both sides is
 * for clocks and for products that record what they have just done; it costs some granules even in the largest scope.
 */
const NEAR_MS = 3_600_000;

/** An event may be dated a day ahead of its arrival (design, 6), and a clock may be wrong by a little more. */
const AHEAD_MS = DAY_MS + NEAR_MS;

/** To be looked at in this order. `id`: UUID text; `now`: milliseconds UTC. */
export function entryWindows(id: string, now: number): readonly Window[] {
  const everywhere = { start: now - RETENTION_MS, end: now + AHEAD_MS };
  const made = madeAt(id);
  if (made === undefined || made < everywhere.start || made > everywhere.end) return [everywhere];
  return [{ start: made - NEAR_MS, end: made + NEAR_MS }, everywhere];
}

/** Milliseconds UTC that a UUIDv7 begins with (RFC 9562); undefined for any other version. */
function madeAt(id: string): number | undefined {
  return id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}
