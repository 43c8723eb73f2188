// Scopes whose newest days did not fill a page: for a while their pages are looked for at once.
import { LRUCache } from "lru-cache";
import type { Selection } from "../query/selection.ts";

const KNOWN_MS = 600_000;
/** A scope's id has at most 255 characters. */
const MOST = 10_000;

type Scope = Pick<Selection, "scope" | "descendants">;

export interface SparseScopes {
  has(scope: Scope): boolean;
  add(scope: Scope): void;
}

/** `now`: milliseconds of a clock that is never set back. */
export function sparseScopes(now: () => number, most = MOST): SparseScopes {
  // ttlResolution: otherwise it asks the clock at most once a millisecond, by a timer of its own.
  const known = new LRUCache<string, true>({ max: most, ttl: KNOWN_MS, perf: { now }, ttlResolution: 0 });
  const keyOf = ({ scope: { type, id }, descendants }: Scope): string => JSON.stringify([type, descendants, id]);
  return { has: (scope) => known.has(keyOf(scope)), add: (scope) => void known.set(keyOf(scope), true) };
}
