// One epoch of a group member: the partitions it was given, the queue they are fetched into, and commits that end with it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Consumer, IMemberAssignment } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";
import type { Assignment } from "../ports.ts";
import type { Batch, Fetched, Position, Range } from "../record.ts";
import { RecordQueue } from "../fetch/record-queue.ts";
import type { KafkaLogOptions, OffsetAdmin } from "./kafka-log.ts";

const COMMIT_RETRY_MS = 200;

export class KafkaAssignment implements Assignment {
  readonly epoch: number;
  readonly queue: RecordQueue;
  readonly #partitions: IMemberAssignment;
  readonly #consumer: Consumer;
  readonly #observer: WorkerObserver;
  readonly #due = new Map<string, number>();
  readonly #sought = new Map<string, number>();
  readonly #located = Promise.withResolvers<void>();
  #positions: Position[] = [];
  #over = false;

  constructor(
    epoch: number,
    partitions: IMemberAssignment,
    consumer: Consumer,
    options: KafkaLogOptions,
    observer: WorkerObserver,
  ) {
    this.epoch = epoch;
    this.queue = new RecordQueue(options.inFlightBytes, options.batch);
    this.#partitions = partitions;
    this.#consumer = consumer;
    this.#observer = observer;
  }

  get positions(): readonly Position[] {
    return this.#positions;
  }

  /** Asks the broker for the committed offsets, from which fetching starts too. */
  async locate(admin: OffsetAdmin, groupId: string): Promise<void> {
    const topics = Object.keys(this.#partitions);
    const committed = topics.length === 0 ? [] : await admin.fetchOffsets({ groupId, topics });
    const located = committed.flatMap(({ topic, partitions }) =>
      partitions
        .filter(({ partition }) => this.#partitions[topic]?.includes(partition))
        .map(({ partition, offset }) => ({ topic, partition, offset: Number(offset) })),
    );
    for (const { topic, partition, offset } of located) {
      // -1: nothing was ever committed, and the topic may begin anywhere.
      if (offset >= 0) this.#due.set(`${topic}/${partition}`, offset);
    }
    this.#positions = located.map((position) => ({ ...position, offset: Math.max(0, position.offset) }));
    this.#located.resolve();
  }

  /** Resolves when it is known where each partition goes on, or when the assignment is over. */
  async located(): Promise<void> {
    await this.#located.promise;
  }

  end(): void {
    this.queue.close();
    this.#located.resolve();
  }

  /**
   * Where a fetch should have begun, if it began behind that. kafkajs can hand over a fetch that an older assignment asked for; what lies
   * between would be committed and never stored. Asked for a second time, the gap is real: the records are gone.
   */
  astray(topic: string, partition: number, fetchedFrom: number): number | undefined {
    const key = `${topic}/${partition}`;
    const due = this.#due.get(key);
    if (due === undefined || fetchedFrom <= due || this.#sought.get(key) === due) return undefined;
    this.#sought.set(key, due);
    return due;
  }

  push(fetched: Fetched): void {
    const first = fetched.batches[0];
    const key = `${fetched.topic}/${fetched.partition}`;
    const due = this.#due.get(key);
    if (first !== undefined && due !== undefined && first.baseOffset > due) {
      this.#observer.offsetGap(fetched.topic, fetched.partition, due, first.baseOffset);
    }
    this.#due.set(key, fetched.nextOffset);
    this.queue.push(fetched);
  }

  async *batches(): AsyncIterable<Batch> {
    for (;;) {
      const batch = await this.queue.next();
      if (batch === undefined) {
        this.#over = true;
        return;
      }
      yield batch;
    }
  }

  /** Repeated until the broker takes it or the group has decided anew: what is stored is only ever committed by its owner. */
  async commit(ranges: readonly Range[]): Promise<boolean> {
    const offsets = ranges.map(({ topic, partition, nextOffset }) => ({
      topic,
      partition,
      offset: String(nextOffset),
    }));
    while (!this.#over && !this.queue.isClosed()) {
      try {
        await this.#consumer.commitOffsets(offsets);
        return true;
      } catch (cause) {
        this.#observer.commitDelayed(cause);
        await sleep(COMMIT_RETRY_MS);
      }
    }
    return false;
  }
}
