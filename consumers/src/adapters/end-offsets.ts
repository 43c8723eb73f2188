// What a broker says of its partitions' offsets, or nothing where it does not answer in time: whoever watches must go on watching.
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin } from "kafkajs";

/** Of kafkajs's admin. Without the second nobody is asked when a record was written: it waits since it was first seen. */
export type OffsetSource = Pick<Admin, "fetchTopicOffsets"> & Partial<Pick<Admin, "fetchTopicOffsetsByTimestamp">>;

export interface Ends {
  /** Offset of the oldest record that is there. */
  low: number;
  /** Where the next record will be. */
  high: number;
}

const ANSWER_MS = 10_000;

export class EndOffsets {
  readonly #source: OffsetSource;
  readonly #answerMs: number;
  /** A question that is not answered is not asked once more meanwhile. */
  readonly #pending = new Map<string, Promise<ReadonlyMap<number, Ends> | undefined>>();

  constructor(source: OffsetSource, answerMs = ANSWER_MS) {
    this.#source = source;
    this.#answerMs = answerMs;
  }

  /** By partition. */
  async of(topic: string): Promise<ReadonlyMap<number, Ends> | undefined> {
    const pending = this.#pending.get(topic) ?? this.#ask(topic);
    this.#pending.set(topic, pending);
    return this.#inTime(pending);
  }

  /** Where the first record is whose timestamp is at least this; the partition's end where there is none. */
  async since(topic: string, partition: number, timestamp: number): Promise<number | undefined> {
    const answer = this.#source.fetchTopicOffsetsByTimestamp?.(topic, timestamp);
    const offset = (await this.#inTime(answer ?? Promise.resolve([])))?.find(
      (one) => one.partition === partition,
    )?.offset;
    return offset === undefined ? undefined : Number(offset);
  }

  async #ask(topic: string): Promise<ReadonlyMap<number, Ends> | undefined> {
    try {
      const offsets = await this.#source.fetchTopicOffsets(topic);
      return new Map(offsets.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]));
    } catch {
      // A broker that is away is told by kafkajs, and by every fetch that fails.
      return undefined;
    } finally {
      this.#pending.delete(topic);
    }
  }

  async #inTime<T>(answer: Promise<T>): Promise<T | undefined> {
    const ending = new AbortController();
    const late = sleep(this.#answerMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    const inTime = answer.catch(() => undefined);
    const first = await Promise.race([inTime, late]);
    ending.abort();
    return first;
  }
}
