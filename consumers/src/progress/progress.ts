// Tells how far the partitions of an assignment are settled, about once a second. It is no part of the record path: where it cannot be told
// readers by arrival wait, and events are stored as before.
import { setTimeout as sleep } from "node:timers/promises";
import { domainOfTopic } from "@audit-log/schemas";
import type { WorkerObserver } from "../observer.ts";
import type { Assignment } from "../ports.ts";
import type { Position } from "../record.ts";
import type { PartitionProgress, ProgressStore, PublishedProgress } from "./progress-store.ts";
import { ReceivedClock } from "./received-clock.ts";

export interface ProgressOptions {
  store: ProgressStore;
  observer: Pick<WorkerObserver, "progressFailed" | "clockBehind">;
  /** What topics begin with. */
  prefix: string;
  everyMs: number;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Clocks differ by as much, and nobody need hear of it. */
const CLOCK_TOLERANCE_MS = 1_000;

export class Progress {
  readonly #options: ProgressOptions;
  readonly #waitingSince = new Map<string, number>();

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  /** Of a partition, seconds for which its oldest record that is not settled waits; 0 where there is none. */
  waits(topic: string, partition: number, seconds: number): void {
    const since = seconds === 0 ? 0 : Math.round(this.#options.now() - seconds * 1_000);
    this.#waitingSince.set(keyOf({ topic, partition }), since);
  }

  /**
   * To be called after the read-back: from then on nothing of an earlier owner is stored any more, so that what it promised can be kept. Throws
   * what no repetition can mend, as the read-back does: without what was promised before, nothing may be received.
   */
  async begin(assignment: Assignment): Promise<AssignmentProgress> {
    const { now, observer } = this.#options;
    // Of what was ours before and was someone else's since, it is not true any more.
    this.#waitingSince.clear();
    const floor = await this.#promised(assignment);
    if (floor - now() > CLOCK_TOLERANCE_MS) observer.clockBehind(floor - now());
    return new AssignmentProgress(assignment, new ReceivedClock(now, floor), this.#options, this.#waitingSince);
  }

  /**
   * What readers may have read by: nothing may be received before. Of a partition that never had a worker nothing was promised, and readers went
   * on without it; so it is told first that it is there, which holds them, and then looked how far all others were.
   */
  async #promised({ positions, fence, whileOurs }: Assignment): Promise<number> {
    const { store, prefix } = this.#options;
    const known = await store.read();
    const isNew = (one: Position): boolean => !known.some((other) => keyOf(other) === keyOf(one));
    const unheard = positions.filter(isNew);
    const promises = known.filter((one) => positions.some((other) => keyOf(other) === keyOf(one)));
    const floor = Math.max(0, ...promises.map(({ settledUntil }) => settledUntil));
    if (unheard.length === 0) return floor;
    await whileOurs(() => store.claim(publishedOf(unheard, leastOf(known), prefix, this.#waitingSince), fence));
    const others = (await store.read()).filter((one) => !unheard.some((other) => keyOf(other) === keyOf(one)));
    return Math.max(floor, leastOf(others));
  }
}

/** The clock of one assignment, and the telling of it. */
export class AssignmentProgress implements AsyncDisposable {
  readonly #assignment: Assignment;
  readonly #clock: ReceivedClock;
  readonly #options: ProgressOptions;
  readonly #waitingSince: ReadonlyMap<string, number>;
  readonly #ended = new AbortController();
  readonly #telling: Promise<void>;
  #told = 0;

  constructor(
    assignment: Assignment,
    clock: ReceivedClock,
    options: ProgressOptions,
    waitingSince: ReadonlyMap<string, number>,
  ) {
    this.#assignment = assignment;
    this.#clock = clock;
    this.#options = options;
    this.#waitingSince = waitingSince;
    this.#telling = this.#run();
  }

  /** Milliseconds UTC at which the events of the batch that is begun now were received. */
  begins(): number {
    return this.#clock.begin();
  }

  /** The batch that was begun before all others is stored or dead-lettered. */
  settled(): void {
    this.#clock.settled();
  }

  /** Tells a last time, where the partitions are still ours: who stops is not heard of until the next owner. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended.abort();
    await this.#telling;
    await this.#tell();
  }

  async #run(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await this.#tell();
      await sleep(this.#options.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Never throws. */
  async #tell(): Promise<void> {
    const { positions, fence, whileOurs } = this.#assignment;
    const { store, observer, prefix } = this.#options;
    const until = this.#clock.settledUntil();
    if (until <= this.#told || positions.length === 0) return;
    try {
      await whileOurs(() => store.publish(publishedOf(positions, until, prefix, this.#waitingSince), fence));
      this.#told = until;
    } catch (cause) {
      observer.progressFailed(cause);
    }
  }
}

const keyOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

const leastOf = (known: readonly PartitionProgress[]): number =>
  known.length === 0 ? 0 : Math.min(...known.map(({ settledUntil }) => settledUntil));

const publishedOf = (
  positions: readonly Position[],
  settledUntil: number,
  prefix: string,
  waitingSince: ReadonlyMap<string, number>,
): PublishedProgress[] =>
  positions.map(({ topic, partition }) => ({
    topic,
    partition,
    domain: domainOfTopic(topic, prefix) ?? "",
    settledUntil,
    waitingSince: waitingSince.get(keyOf({ topic, partition })) ?? 0,
  }));
