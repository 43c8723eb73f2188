// Asks the broker at intervals where the partitions end: how far behind the worker is, and whether a partition stands still although there
// is something to fetch and room for it (kafkajs issue 1616: a consumer may go on sending heartbeats and fetch no more).
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";

export interface WatchedPartition {
  topic: string;
  partition: number;
  /** Where fetching goes on. */
  fetched: number;
  /** Everything below is settled. */
  settled: number;
  /** Nothing more is fetched before something is inserted. */
  isFull: boolean;
}

export type EndOffsets = Pick<Admin, "fetchTopicOffsets">;

interface Standstill {
  fetched: number;
  since: number;
}

export class LagWatch {
  readonly #admin: EndOffsets;
  readonly #observer: Pick<WorkerObserver, "lag" | "standsStill">;
  readonly #patienceMs: number;
  readonly #standing = new Map<string, Standstill>();
  #stuck = false;

  /** `patienceMs`: how long a partition may stand still. */
  constructor(admin: EndOffsets, observer: Pick<WorkerObserver, "lag" | "standsStill">, patienceMs: number) {
    this.#admin = admin;
    this.#observer = observer;
    this.#patienceMs = patienceMs;
  }

  /** A partition stands still: a new process would fetch it. */
  get isStuck(): boolean {
    return this.#stuck;
  }

  async run(partitions: () => readonly WatchedPartition[], everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      // Where the broker is away everything stands still, and the log says so already.
      await this.look(partitions(), performance.now()).catch(() => undefined);
    }
  }

  /** `now`: monotonic milliseconds. Throws what the broker's client throws. */
  async look(partitions: readonly WatchedPartition[], now: number): Promise<void> {
    const ends = new Map<string, number>();
    for (const topic of new Set(partitions.map((one) => one.topic)))
      for (const { partition, high } of await this.#admin.fetchTopicOffsets(topic))
        ends.set(`${topic}/${partition}`, Number(high));
    this.#stuck = false;
    for (const one of partitions) {
      const key = `${one.topic}/${one.partition}`;
      const end = ends.get(key) ?? one.settled;
      this.#observer.lag(one.topic, one.partition, Math.max(0, end - one.settled));
      if (this.#standsStill(key, one, end, now)) {
        this.#stuck = true;
        this.#observer.standsStill(one.topic, one.partition, one.fetched, end);
      }
    }
  }

  #standsStill(key: string, { fetched, isFull }: WatchedPartition, end: number, now: number): boolean {
    const before = this.#standing.get(key);
    if (isFull || fetched >= end || before?.fetched !== fetched) {
      this.#standing.set(key, { fetched, since: now });
      return false;
    }
    return now - before.since >= this.#patienceMs;
  }
}
