// Between fetching and inserting: holds what was fetched, bounded in bytes, and cuts it into batches.
// A batch is cut when it is full or when its first record has waited long enough.
import { sizeOf, type Batch, type Fetched, type Range } from "../record.ts";

export interface BatchLimits {
  rows: number;
  bytes: number;
  /** Longest time that a record waits for company, milliseconds. */
  lingerMs: number;
}

interface Waiting {
  fetched: Fetched;
  bytes: number;
}

export class RecordQueue {
  readonly #capacityBytes: number;
  readonly #limits: BatchLimits;
  readonly #waiting: Waiting[] = [];
  #state: "open" | "ended" | "closed" = "open";
  #bytes = 0;
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

  /** Records pushed after the queue ended or closed are not taken: nobody has committed them. */
  push(fetched: Fetched): void {
    if (this.#state !== "open") return;
    const bytes = fetched.records.reduce((sum, record) => sum + sizeOf(record), 0);
    this.#waiting.push({ fetched, bytes });
    this.#bytes += bytes;
    this.#rows += fetched.records.length;
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
    return this.#rows >= this.#limits.rows || this.#bytes >= this.#limits.bytes;
  }

  #cut(): Batch {
    const batch: Batch = { records: [], ranges: [] };
    const ranges = new Map<string, Range>();
    let bytes = 0;
    while (batch.records.length < this.#limits.rows && bytes < this.#limits.bytes) {
      const head = this.#waiting.shift();
      if (head === undefined) break;
      const { fetched, rest } = split(head.fetched, this.#limits.rows - batch.records.length);
      // Pushed one by one: a fetch can hold more records than a call may have arguments.
      for (const record of fetched.records) batch.records.push(record);
      const { topic, partition, nextOffset } = fetched;
      ranges.set(`${topic}/${partition}`, { topic, partition, nextOffset });
      const taken =
        rest === undefined
          ? head.bytes
          : Math.round((head.bytes * fetched.records.length) / head.fetched.records.length);
      if (rest !== undefined) this.#waiting.unshift({ fetched: rest, bytes: head.bytes - taken });
      bytes += taken;
      this.#bytes -= taken;
      this.#rows -= fetched.records.length;
    }
    batch.ranges.push(...ranges.values());
    if (this.hasRoom()) this.#room?.();
    return batch;
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

function split(fetched: Fetched, rows: number): { fetched: Fetched; rest: Fetched | undefined } {
  const first = fetched.records.slice(0, rows);
  const second = fetched.records[rows];
  if (second === undefined) return { fetched, rest: undefined };
  const rest = { ...fetched, records: fetched.records.slice(rows) };
  return { fetched: { ...fetched, records: first, nextOffset: second.offset }, rest };
}
