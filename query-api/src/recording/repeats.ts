// The first of a kind goes on at once; those like it that come within a minute are merged, and go on as one when the minute is over.

export interface RepeatsOptions {
  /** Milliseconds of a clock that never goes back. */
  clock: () => number;
  /** Default: a minute. */
  windowMs?: number;
  /** Kinds that are remembered at once: beyond it the oldest is let go, and its repeats go on early. Default: 2,000, some 25 MB at the most. */
  maxKinds?: number;
}

interface Kind<T> {
  /** By the clock. */
  since: number;
  repeats: T | undefined;
}

const MINUTE_MS = 60_000;
const MAX_KINDS = 2_000;

export class Repeats<T> {
  readonly #keyOf: (one: T) => string;
  readonly #merge: (former: T, latter: T) => T;
  readonly #tell: (one: T) => void;
  readonly #clock: () => number;
  readonly #windowMs: number;
  readonly #maxKinds: number;
  /** By age: the oldest first. */
  readonly #kinds = new Map<string, Kind<T>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    keyOf: (one: T) => string,
    merge: (former: T, latter: T) => T,
    tell: (one: T) => void,
    { clock, windowMs = MINUTE_MS, maxKinds = MAX_KINDS }: RepeatsOptions,
  ) {
    this.#keyOf = keyOf;
    this.#merge = merge;
    this.#tell = tell;
    this.#clock = clock;
    this.#windowMs = windowMs;
    this.#maxKinds = maxKinds;
  }

  add(one: T): void {
    this.#endMinutes();
    const key = this.#keyOf(one);
    const kind = this.#kinds.get(key);
    if (kind === undefined) {
      this.#makeRoom();
      this.#kinds.set(key, { since: this.#clock(), repeats: undefined });
      this.#tell(one);
    } else {
      kind.repeats = kind.repeats === undefined ? one : this.#merge(kind.repeats, one);
    }
    this.#wake();
  }

  /** Tells all repeats now, and forgets what they were of. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { repeats } of this.#kinds.values()) if (repeats !== undefined) this.#tell(repeats);
    this.#kinds.clear();
  }

  #endMinutes(): void {
    const now = this.#clock();
    for (const [key, { since, repeats }] of this.#kinds) {
      if (now - since < this.#windowMs) return;
      this.#kinds.delete(key);
      if (repeats === undefined) continue;
      // Whoever goes on is not new again: one event a minute, not two.
      this.#kinds.set(key, { since: now, repeats: undefined });
      this.#tell(repeats);
    }
  }

  #makeRoom(): void {
    if (this.#kinds.size < this.#maxKinds) return;
    for (const [key, { repeats }] of this.#kinds) {
      this.#kinds.delete(key);
      if (repeats !== undefined) this.#tell(repeats);
      return;
    }
  }

  /** For the oldest; it keeps no process alive, whoever closes flushes. */
  #wake(): void {
    const [oldest] = this.#kinds.values();
    if (oldest === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#endMinutes();
        this.#wake();
      },
      Math.max(1, oldest.since + this.#windowMs - this.#clock()),
    ).unref();
  }
}
