// Where scopes lie, for those who were granted them a moment ago: the pages of one reader need not look it up each time.
import { LRUCache } from "lru-cache";
import type { Scope } from "../scope.ts";
import type { Principal } from "./principal.ts";

/** A scope that moves away is read on for this long by those who read it before. */
const LIFE_MS = 30_000;
const MOST = 10_000;
/** Of keys and ids together: with names of ordinary length the number above is reached first. */
const MOST_CHARACTERS = 4_000_000;

export interface RecentGrants {
  above(principal: Principal, scope: Scope): readonly Scope[] | undefined;
  keep(principal: Principal, scope: Scope, above: readonly Scope[]): void;
}

/** `now`: milliseconds of a clock that is never set back. */
export function recentGrants(now: () => number): RecentGrants {
  const kept = new LRUCache<string, readonly Scope[]>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (above, key) => above.reduce((sum, { type, id }) => sum + type.length + id.length, key.length),
    ttl: LIFE_MS,
    perf: { now },
    // Otherwise it asks the clock at most once a millisecond, by a timer of its own.
    ttlResolution: 0,
  });
  const keyOf = ({ subject }: Principal, { type, id }: Scope): string => JSON.stringify([subject, type, id]);
  return {
    above: (principal, scope) => kept.get(keyOf(principal, scope)),
    keep: (principal, scope, above) => void kept.set(keyOf(principal, scope), above),
  };
}
