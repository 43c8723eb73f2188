// One epoch of a group member: the partitions it was given, the queue they are fetched into, and commits that end with it.
import type { Consumer, IMemberAssignment } from "kafkajs";
import type { Fence } from "../fence.ts";
import type { OffsetAdmin } from "../fetch/group-client.ts";
import type { WorkerObserver } from "../observer.ts";
import type { Assignment } from "../ports.ts";
import { type Batch, type Fetched, heldBytes, isUnreadable, type Position, type Range } from "../record.ts";
import { RecordQueue } from "../fetch/record-queue.ts";
import { commitOffsets } from "./commit-offsets.ts";
import type { KafkaLogOptions } from "./kafka-log.ts";
import type { WatchedPartition } from "./lag-watch.ts";
import { UnderWay } from "./under-way.ts";
import { Unsettled } from "./unsettled.ts";

export class KafkaAssignment implements Assignment {
  readonly epoch: number;
  readonly queue: RecordQueue;
  readonly fence: Fence;
  readonly #partitions: IMemberAssignment;
  readonly #consumer: Pick<Consumer, "commitOffsets">;
  readonly #observer: WorkerObserver;
  readonly #due = new Map<string, number>();
  readonly #settled = new Map<string, number>();
  readonly #unsettled = new Map<string, Unsettled>();
  readonly #sought = new Map<string, number>();
  readonly #damaged = new Map<string, number>();
  readonly #located = Promise.withResolvers<void>();
  readonly #ended = new AbortController();
  #positions: Position[] = [];
  /** Bytes that are handed out and not settled. */
  #handedOut: number[] = [];
  #idle: PromiseWithResolvers<void> | undefined;
  readonly #beside = new UnderWay();
  #isLeft = false;

  constructor(
    epoch: number,
    partitions: IMemberAssignment,
    consumer: Pick<Consumer, "commitOffsets">,
    options: KafkaLogOptions,
    observer: WorkerObserver,
    isOpen: () => boolean,
  ) {
    this.epoch = epoch;
    this.fence = { epoch, signal: this.#ended.signal, isOpen };
    this.queue = new RecordQueue(options.inFlightBytes, options.batch);
    this.#partitions = partitions;
    this.#consumer = consumer;
    this.#observer = observer;
  }

  get positions(): readonly Position[] {
    return this.#positions;
  }

  /** Asks the broker for the committed offsets, from which fetching starts too. */
  async locate(admin: Pick<OffsetAdmin, "fetchOffsets">, groupId: string): Promise<void> {
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

  /** How far each partition is. */
  watched(): WatchedPartition[] {
    const isFull = !this.queue.hasRoom();
    return this.#positions.map(({ topic, partition, offset }) => {
      const key = `${topic}/${partition}`;
      return {
        topic,
        partition,
        isFull,
        fetched: this.#due.get(key) ?? offset,
        settled: this.#settled.get(key) ?? offset,
        oldest: this.#unsettled.get(key)?.oldest(),
      };
    });
  }

  /** Nothing more is begun; what is under way is brought to its end. */
  end(): void {
    this.queue.close();
    this.#ended.abort();
    this.#located.resolve();
  }

  get isLeft(): boolean {
    return this.#isLeft;
  }

  /** From now on the group may give the partitions to someone else: nothing is committed any more. */
  leave(): void {
    this.end();
    this.#isLeft = true;
  }

  /** Resolves when nothing that was handed out is under way. */
  async idle(): Promise<void> {
    await this.#idle?.promise;
  }

  readonly whileOurs = async <T>(work: () => Promise<T>): Promise<T | undefined> =>
    this.#ended.signal.aborted ? undefined : this.#beside.add(work);

  /** Resolves when nothing at all is under way. */
  readonly quiet = (): Promise<unknown> => Promise.all([this.idle(), this.#beside.over()]);

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

  /**
   * Whether it is to be fetched once more: a record batch in it is not what was sent. Damaged on its way, it comes whole the next time;
   * damaged where the broker keeps it, it comes the same, and is dead-lettered in one piece. A batch's first offset is not in its checksum:
   * that it goes on where the fetch began, or where the batch before it ended, is looked at here. Where the log itself has a gap, it is there
   * the second time, too.
   */
  isDamaged({ topic, partition, batches }: Fetched, fetchedFrom: number): boolean {
    let due = fetchedFrom;
    for (const batch of batches) {
      if (batch.baseOffset !== due || (isUnreadable(batch) && batch.isDamaged))
        return this.#isNewDamage(`${topic}/${partition}`, due);
      due = batch.nextOffset;
    }
    return false;
  }

  #isNewDamage(key: string, offset: number): boolean {
    if (this.#damaged.get(key) === offset) return false;
    this.#damaged.set(key, offset);
    return true;
  }

  /**
   * A fetch may begin below what is due: kafkajs asked before an older assignment's commit was there, or the offset was beyond the end of a
   * log that was cut off, and it began anew. In the first case everything up to there is stored, in the second it may be other events.
   */
  push(fetched: Fetched): void {
    const { topic, partition, batches, nextOffset } = fetched;
    const key = `${topic}/${partition}`;
    const due = this.#due.get(key);
    const [first] = batches;
    if (first !== undefined && due !== undefined && first.baseOffset > due)
      this.#observer.offsetGap(topic, partition, due, first.baseOffset);
    for (const batch of batches)
      if (due !== undefined && !isUnreadable(batch)) batch.isBehind = Math.max(batch.from, batch.baseOffset) < due;
    if (first !== undefined && !isUnreadable(first) && first.isBehind)
      this.#observer.offsetWentBack(topic, partition, due ?? 0, first.baseOffset);
    this.#due.set(key, Math.max(due ?? 0, nextOffset));
    const unsettled = this.#unsettled.get(key) ?? new Unsettled();
    this.#unsettled.set(key, unsettled);
    unsettled.add(batches);
    this.queue.push(fetched);
    this.#tellInFlight();
  }

  #tellInFlight(): void {
    this.#observer.inFlight(this.#handedOut.reduce((sum, bytes) => sum + bytes, this.queue.bytes));
  }

  /** A batch is under way until it is committed, whether or not the next is asked for before. */
  async *batches(): AsyncIterable<Batch> {
    for (;;) {
      const batch = await this.queue.next();
      if (batch === undefined) return;
      // Which of it is stored is asked when it is handed out: what is under way may be the same events.
      if (batch.batches.some((one) => !isUnreadable(one) && one.isBehind)) await this.idle();
      this.#idle ??= Promise.withResolvers();
      this.#handedOut.push(batch.batches.reduce((sum, one) => sum + heldBytes(one), 0));
      yield batch;
    }
  }

  /** So many of the batches under way, those that were handed out first, are over. */
  #over(count: number): void {
    this.#handedOut.splice(0, count);
    this.#tellInFlight();
    if (this.#handedOut.length > 0) return;
    this.#idle?.resolve();
    this.#idle = undefined;
  }

  /** Whoever was given the assignment does nothing with it any more. */
  quit(): void {
    this.#over(this.#handedOut.length);
  }

  /**
   * Repeated until the broker takes it or the assignment is over; what was stored just before it is over is committed still. What is stored
   * is only ever committed by its owner.
   */
  async commit(ranges: readonly Range[]): Promise<boolean> {
    try {
      return await this.#commit(ranges);
    } finally {
      this.#over(1);
    }
  }

  async #commit(ranges: readonly Range[]): Promise<boolean> {
    if (this.#isLeft) return false;
    const outcome = await commitOffsets(this.#consumer, ranges, {
      signal: this.#ended.signal,
      isLeft: () => this.#isLeft,
      observer: this.#observer,
    });
    if (outcome === "replaced") this.leave();
    if (outcome !== "committed") return false;
    for (const { topic, partition, nextOffset } of ranges) {
      this.#settled.set(`${topic}/${partition}`, nextOffset);
      this.#unsettled.get(`${topic}/${partition}`)?.settle(nextOffset);
    }
    return true;
  }
}
