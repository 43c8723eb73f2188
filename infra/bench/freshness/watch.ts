// Asks again and again which markers can be read, and keeps how old each one was when it was seen first. Asking takes its time, too: the
// figures are what a reader sees, an upper bound.
import { setTimeout as sleep } from "node:timers/promises";
import type { Marker } from "./marker.ts";

/** Ids of the markers that can be read, those recorded since `since` at least. Milliseconds UTC. */
export type Ask = (since: number) => Promise<readonly string[]>;

export interface Freshness {
  /** Milliseconds. */
  p50: number;
  p99: number;
  max: number;
  /** Of all markers, seen within two seconds of record(). */
  withinTwoSeconds: number;
  markers: number;
}

const ASK_EVERY_MS = 100;
const TWO_SECONDS_MS = 2_000;
/** One that is not seen by then never will be. */
const LATEST_MS = 30_000;

export class Watch {
  readonly #recorded = new Map<string, number>();
  readonly #ages: number[] = [];
  #over = false;

  add({ id, recordedAt }: Marker): void {
    this.#recorded.set(id, recordedAt);
  }

  /** No more markers come. */
  end(): void {
    this.#over = true;
  }

  /** Until every marker was seen; throws where one is not. */
  async untilAllSeen(ask: Ask): Promise<Freshness> {
    const waiting = this.#recorded;
    let progress = Date.now();
    while (!this.#over || waiting.size > 0) {
      const oldest = waiting.values().next().value ?? Date.now();
      const ids = await ask(oldest);
      const now = Date.now();
      for (const id of ids) {
        const recordedAt = waiting.get(id);
        if (recordedAt === undefined) continue;
        waiting.delete(id);
        this.#ages.push(now - recordedAt);
        progress = now;
      }
      if (waiting.size > 0 && now - progress > LATEST_MS) throw new Error(`${waiting.size} markers were never seen`);
      await sleep(ASK_EVERY_MS);
    }
    return freshnessOf(this.#ages);
  }
}

export function freshnessOf(ages: readonly number[]): Freshness {
  const sorted = ages.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const inTime = sorted.filter((age) => age <= TWO_SECONDS_MS).length;
  return { p50: at(0.5), p99: at(0.99), max: at(1), withinTwoSeconds: inTime / sorted.length, markers: sorted.length };
}
