// Between fetching and inserting: holds what was fetched, bounded in bytes, and cuts it into batches, never through a record batch.
// A batch is cut when it is full or when its first record batch has waited long enough.
import {
  heldBytes,
  isUnreadable,
  weightOf,
  type Batch,
  type FetchedBatch,
  type Fetched,
  type Range,
} from "../record.ts";

export interface BatchLimits {
  rows: number;
  /** Of records, unpacked. */
  bytes: number;
  /** Longest time that a record waits for company, milliseconds. */
  lingerMs: number;
}

export class RecordQueue {
  readonly #capacityBytes: number;
  readonly #limits: BatchLimits;
  readonly #waiting: Fetched[] = [];
  #state: "open" | "ended" | "closed" = "open";
  /** In memory. */
  #bytes = 0;
  /** Unpacked. */
  #weight = 0;
  #rows = 0;
  #wake: (() => void) | undefined;
  #room: (() => void) | undefined;

  constructor(capacityBytes: number, limits: BatchLimits) {
    this.#capacityBytes = capacityBytes;
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What is pushed after the queue ended or closed is not taken: nobody has committed it. */
  push(fetched: Fetched): void {
    if (this.#state !== "open") return;
    this.#waiting.push(fetched);
    this.#count(fetched.batches, 1);
    this.#wake?.();
  }

  hasRoom(): boolean {
    return this.#state !== "open" || this.#bytes < this.#capacityBytes;
  }

  isClosed(): boolean {
    return this.#state === "closed";
  }

  /** Resolves when there is room again, or nothing more will be taken. */
  async room(): Promise<void> {
    if (this.hasRoom()) return;
    await new Promise<void>((resolve) => (this.#room = resolve));
  }

  /** No more records come; what waits is still handed out. */
  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#release();
  }

  /** The partitions are someone else's now: what waits is dropped, the next owner fetches it again. */
  close(): void {
    this.#state = "closed";
    this.#waiting.length = 0;
    this.#bytes = 0;
    this.#weight = 0;
    this.#rows = 0;
    this.#release();
  }

  /** Undefined when nothing more will come. */
  async next(): Promise<Batch | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#state !== "open") return undefined;
      await this.#woken();
    }
    const deadline = performance.now() + this.#limits.lingerMs;
    while (!this.#full() && this.#state === "open") {
      const left = deadline - performance.now();
      if (left <= 0) break;
      await this.#woken(left);
    }
    return this.#state === "closed" ? undefined : this.#cut();
  }

  #full(): boolean {
    return this.#rows >= this.#limits.rows || this.#weight >= this.#limits.bytes;
  }

  #cut(): Batch {
    const batches: FetchedBatch[] = [];
    const ranges = new Map<string, Range>();
    let left = { rows: this.#limits.rows, bytes: this.#limits.bytes };
    while (left.rows > 0 && left.bytes > 0) {
      const head = this.#waiting[0];
      if (head === undefined) break;
      const { topic, partition } = head;
      const taken = takeFrom(head, left);
      for (const batch of taken) batches.push(batch);
      left = { rows: left.rows - sumOf(taken, rowsIn), bytes: left.bytes - sumOf(taken, weightOf) };
      const rest = head.batches[0];
      if (rest === undefined) this.#waiting.shift();
      ranges.set(`${topic}/${partition}`, { topic, partition, nextOffset: rest?.baseOffset ?? head.nextOffset });
    }
    this.#count(batches, -1);
    if (this.hasRoom()) this.#room?.();
    return { batches, ranges: [...ranges.values()] };
  }

  #count(batches: readonly FetchedBatch[], sign: 1 | -1): void {
    this.#bytes += sign * sumOf(batches, heldBytes);
    this.#weight += sign * sumOf(batches, weightOf);
    this.#rows += sign * sumOf(batches, rowsIn);
  }

  async #woken(timeoutMs?: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (timeoutMs !== undefined) timer = setTimeout(resolve, timeoutMs);
    });
    clearTimeout(timer);
    this.#wake = undefined;
  }

  #release(): void {
    this.#wake?.();
    this.#room?.();
  }
}

/** The first batches that fit, at least one: they are taken out. */
function takeFrom({ batches }: Fetched, left: { rows: number; bytes: number }): FetchedBatch[] {
  let { rows, bytes } = left;
  const end = batches.findIndex((batch, index) => {
    rows -= rowsIn(batch);
    bytes -= weightOf(batch);
    return index > 0 && (rows < 0 || bytes < 0);
  });
  return batches.splice(0, end < 0 ? batches.length : end);
}

const sumOf = (batches: readonly FetchedBatch[], of: (batch: FetchedBatch) => number): number =>
  batches.reduce((sum, batch) => sum + of(batch), 0);
/** A batch that cannot be read is one dead letter. */
const rowsIn = (batch: FetchedBatch): number => (isUnreadable(batch) ? 1 : batch.count);
