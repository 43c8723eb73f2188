// Scopes whose newest days did not fill a page: for a while their pages are looked for at once.
import type { Selection } from "../query/selection.ts";

const KNOWN_MS = 600_000;
const MOST = 10_000;

type Scope = Pick<Selection, "scope" | "descendants">;

export class SparseScopes {
  /** Milliseconds of a clock that is never set back. */
  readonly #now: () => number;
  /** Until when, the oldest first. */
  readonly #known = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  has(scope: Scope): boolean {
    return (this.#known.get(keyOf(scope)) ?? 0) > this.#now();
  }

  add(scope: Scope): void {
    const key = keyOf(scope);
    this.#known.delete(key);
    this.#known.set(key, this.#now() + KNOWN_MS);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size > MOST) this.#known.delete(oldest);
  }
}

const keyOf = ({ scope: { type, id }, descendants }: Scope): string => `${type} ${descendants} ${id}`;
