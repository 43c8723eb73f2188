// What a long run adds up: of each fault, and in all.
import { BENT } from "./fault-contents.ts";
import { KILLED } from "./fault-kill.ts";
import type { Outcome } from "./round.ts";

export interface Counts {
  rounds: number;
  /** Of workers, by SIGKILL. */
  kills: number;
  /** In Kafka's event topics. */
  messages: number;
  /** Of them, bent at random. */
  mutated: number;
  /** Rows. */
  events: number;
  deadLetters: number;
  lost: number;
  /** Ids that a reader who takes one row per id shows twice. */
  doubled: number;
  /** Physical rows of an event beside its first. */
  secondRows: number;
  /** All that must never be, and what did not come true in time. */
  violations: number;
}

const NONE: Counts = {
  rounds: 0,
  kills: 0,
  messages: 0,
  mutated: 0,
  events: 0,
  deadLetters: 0,
  lost: 0,
  doubled: 0,
  secondRows: 0,
  violations: 0,
};
const NAMES = Object.keys(NONE) as (keyof Counts)[];

export class Tally {
  readonly perFault = new Map<string, Counts>();
  /** What was done to the system, in words. */
  readonly done = new Map<string, number>();
  peakMiB = 0;

  add(fault: string, { findings, violations, counts, peakMiB }: Outcome): void {
    for (const [what, times] of counts) this.done.set(what, (this.done.get(what) ?? 0) + times);
    this.peakMiB = Math.max(this.peakMiB, peakMiB);
    this.perFault.set(
      fault,
      plus(this.perFault.get(fault) ?? NONE, {
        rounds: 1,
        kills: sumOf(counts, KILLED),
        messages: findings?.messages ?? 0,
        mutated: sumOf(counts, BENT),
        events: findings?.stored ?? 0,
        deadLetters: findings?.deadLetters ?? 0,
        lost: findings?.lost.length ?? 0,
        doubled: findings?.doubled.length ?? 0,
        secondRows: findings?.secondRows.length ?? 0,
        violations: violations.length,
      }),
    );
  }

  get sum(): Counts {
    return [...this.perFault.values()].reduce(plus, NONE);
  }
}

const plus = (one: Counts, other: Counts): Counts => {
  const sum = { ...one };
  for (const name of NAMES) sum[name] += other[name];
  return sum;
};

const sumOf = (counts: ReadonlyMap<string, number>, start: string): number =>
  [...counts].reduce((sum, [what, times]) => sum + (what.startsWith(start) ? times : 0), 0);
