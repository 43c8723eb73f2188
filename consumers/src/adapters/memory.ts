// The ports in memory, for unit tests of the main path. Held to the same contract suite as the real adapters.
import type { Fence } from "../fence.ts";
import type { Assignment, DeadLetters, EventLog, EventStore, StoredRange } from "../ports.ts";
import type { Block } from "../transcode/transcode.ts";
import type { Batch, FetchedRecord, Range, Refused } from "../record.ts";

/** A log of one member whose assignments are given beforehand, each a list of batches. */
export class MemoryLog implements EventLog {
  readonly committed = new Map<string, number>();
  readonly #epochs: Batch[][];

  constructor(epochs: Batch[][]) {
    this.#epochs = epochs;
  }

  async *assignments(): AsyncIterable<Assignment> {
    for (const [index, batches] of this.#epochs.entries()) yield this.#assignment(index + 1, batches);
  }

  stop(): Promise<void> {
    this.#epochs.length = 0;
    return Promise.resolve();
  }

  #assignment(epoch: number, batches: Batch[]): Assignment {
    const partitions = new Map(batches.flatMap((batch) => batch.ranges).map((range) => [keyOf(range), range]));
    const positions = [...partitions.values()].map(({ topic, partition }) => ({
      topic,
      partition,
      offset: this.committed.get(keyOf({ topic, partition })) ?? 0,
    }));
    return {
      epoch,
      positions,
      fence: OPEN_FENCE,
      async *batches() {
        yield* batches;
      },
      commit: (ranges: readonly Range[]) => {
        for (const range of ranges) this.committed.set(keyOf(range), range.nextOffset);
        return Promise.resolve(true);
      },
    };
  }
}

/** Of an epoch that nobody ends. */
export const OPEN_FENCE: Fence = { signal: new AbortController().signal, isOpen: () => true };

const keyOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

/** Keeps blocks by token; `stored` says which offsets the read-back finds. */
export class MemoryStore implements EventStore {
  readonly blocks = new Map<string, Buffer>();
  stored: (Pick<FetchedRecord, "topic" | "partition" | "offset"> & { id: string })[] = [];

  storedOffsets() {
    const ranges = this.stored.map(({ topic, partition, offset }) => ({
      topic,
      partition,
      first: offset,
      last: offset,
    }));
    return Promise.resolve(ranges);
  }

  storedIds({ topic, partition, first, last }: StoredRange) {
    const within = this.stored.filter(
      (one) => one.topic === topic && one.partition === partition && one.offset >= first && one.offset <= last,
    );
    return Promise.resolve(new Map(within.map(({ offset, id }) => [offset, id])));
  }

  insert({ parts, token }: Block, fence: Fence): Promise<boolean> {
    if (fence.signal.aborted) return Promise.resolve(false);
    if (!this.blocks.has(token)) this.blocks.set(token, Buffer.concat(parts));
    return Promise.resolve(true);
  }
}

export class MemoryDeadLetters implements DeadLetters {
  readonly letters: Refused[] = [];

  send(refused: readonly Refused[]): Promise<void> {
    this.letters.push(...refused);
    return Promise.resolve();
  }
}
