// One epoch of a group member: the partitions it was given, the queue they are fetched into, and commits that end with it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin, Consumer, IMemberAssignment } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";
import type { Assignment } from "../ports.ts";
import type { Batch, Fetched, Position, Range } from "../record.ts";
import { RecordQueue } from "../stages/record-queue.ts";
import type { KafkaLogOptions } from "./kafka-log.ts";

const COMMIT_RETRY_MS = 200;

export class KafkaAssignment implements Assignment {
  readonly epoch: number;
  readonly queue: RecordQueue;
  readonly #partitions: IMemberAssignment;
  readonly #consumer: Consumer;
  readonly #observer: WorkerObserver;
  readonly #due = new Map<string, number>();
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
  async locate(admin: Admin, groupId: string): Promise<void> {
    const topics = Object.keys(this.#partitions);
    const committed = topics.length === 0 ? [] : await admin.fetchOffsets({ groupId, topics });
    this.#positions = committed.flatMap(({ topic, partitions }) =>
      partitions
        .filter(({ partition }) => this.#partitions[topic]?.includes(partition))
        // -1: nothing was ever committed.
        .map(({ partition, offset }) => ({ topic, partition, offset: Math.max(0, Number(offset)) })),
    );
  }

  push(fetched: Fetched): void {
    const first = fetched.records[0];
    const key = `${fetched.topic}/${fetched.partition}`;
    const due = this.#due.get(key);
    if (first !== undefined && due !== undefined && first.offset > due) {
      this.#observer.offsetGap(fetched.topic, fetched.partition, due, first.offset);
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
