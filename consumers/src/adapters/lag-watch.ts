// Asks the broker at intervals where the partitions end: how far behind the worker is, in events and in time, and whether a partition
// stands still although there is something to fetch and room for it (kafkajs issue 1616: a consumer may go on sending heartbeats and fetch
// no more). Where the broker does not answer, what it said before holds, and what waited waits on.
import { setTimeout as sleep } from "node:timers/promises";
import type { WorkerObserver } from "../observer.ts";
import { EndOffsets, type Ends, type OffsetSource } from "./end-offsets.ts";
import { writtenAt } from "./oldest-record.ts";

export interface WatchedPartition {
  topic: string;
  partition: number;
  /** Where fetching goes on. */
  fetched: number;
  /** Everything below is settled. */
  settled: number;
  /** Kafka's timestamp of the oldest record that is fetched and not settled. */
  oldest: number | undefined;
  /** Nothing more is fetched before something is inserted. */
  isFull: boolean;
}

export interface WatchLimits {
  /** How often it is looked. */
  everyMs: number;
  /** How long a partition may stand still. */
  patienceMs: number;
}

export interface Moment {
  /** Monotonic milliseconds. */
  monotonic: number;
  /** Milliseconds UTC. */
  utc: number;
}

type Observer = Pick<WorkerObserver, "lag" | "standsStill">;

/** What is known of a partition from the looks before. */
interface Seen {
  ends: Ends;
  /** Since when fetching has not gone on. */
  standing: { fetched: number; since: number };
  isStuck: boolean;
  /** The record that is due and not fetched. When it was written is asked for at its second look: most are fetched by then. */
  due?: { offset: number; seenAt: number; writtenAt?: number | undefined };
}

export class LagWatch {
  readonly #offsets: EndOffsets;
  readonly #observer: Observer;
  readonly #limits: WatchLimits;
  #seen = new Map<string, Seen>();

  constructor(source: OffsetSource, observer: Observer, limits: WatchLimits, offsets = new EndOffsets(source)) {
    this.#offsets = offsets;
    this.#observer = observer;
    this.#limits = limits;
  }

  /** A partition stands still: a new process would fetch it. */
  get isStuck(): boolean {
    return [...this.#seen.values()].some(({ isStuck }) => isStuck);
  }

  async run(partitions: () => readonly WatchedPartition[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.#limits.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.look(partitions(), { monotonic: performance.now(), utc: Date.now() });
    }
  }

  /** Never throws. */
  async look(partitions: readonly WatchedPartition[], now: Moment): Promise<void> {
    const topics = Map.groupBy(partitions, ({ topic }) => topic);
    const seen = new Map<string, Seen>();
    await Promise.all(
      [...topics].map(async ([topic, ours]) => {
        const ends = await this.#offsets.of(topic);
        for (const one of ours) {
          const key = `${topic}/${one.partition}`;
          const next = this.#next(this.#seen.get(key), one, ends?.get(one.partition), now);
          if (next === undefined) continue;
          seen.set(key, next);
          await this.#tell(next, one, now);
        }
      }),
    );
    this.#seen = seen;
  }

  #next(before: Seen | undefined, one: WatchedPartition, ends: Ends | undefined, now: Moment): Seen | undefined {
    // A broker that is away does not say that a new process would fetch more: the verdict before holds.
    if (ends === undefined) return before;
    const { fetched, isFull } = one;
    const isIdle = isFull || fetched >= ends.high;
    const standing =
      isIdle || before?.standing.fetched !== fetched ? { fetched, since: now.monotonic } : before.standing;
    const isStuck = now.monotonic - standing.since >= this.#limits.patienceMs;
    if (isStuck) this.#observer.standsStill(one.topic, one.partition, fetched, ends.high);
    return { ends, standing, isStuck, ...(before?.due === undefined ? {} : { due: before.due }) };
  }

  async #tell(seen: Seen, one: WatchedPartition, now: Moment): Promise<void> {
    const { topic, partition, settled } = one;
    // What was deleted before it was settled waits no more.
    const from = Math.max(settled, seen.ends.low);
    const events = Math.max(0, seen.ends.high - from);
    const since = events === 0 ? now.utc : (one.oldest ?? (await this.#dueSince(seen, one, from, now)));
    this.#observer.lag(topic, partition, events, Math.max(0, now.utc - since) / 1_000);
  }

  /** Since when the record at `offset` waits, at the latest. */
  async #dueSince(seen: Seen, { topic, partition }: WatchedPartition, offset: number, now: Moment): Promise<number> {
    if (seen.due?.offset !== offset) {
      seen.due = { offset, seenAt: now.utc };
      return now.utc;
    }
    seen.due.writtenAt ??= await writtenAt(offset, (time) => this.#offsets.since(topic, partition, time), now.utc);
    return Math.min(seen.due.seenAt, seen.due.writtenAt ?? Infinity);
  }
}
