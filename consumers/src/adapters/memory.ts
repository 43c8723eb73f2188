// The ports in memory, for unit tests of the main path. Store and dead letters are held to the same contract suites as the real adapters.
import { setImmediate as turn } from "node:timers/promises";
import type { Fence } from "../fence.ts";
import type { Assignment, DeadLetters, EventLog, EventStore, StoredRange } from "../ports.ts";
import type { Spot } from "../transcode/spots.ts";
import type { Block } from "../transcode/transcode.ts";
import type { Batch, Position, Range, Refused } from "../record.ts";

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
      whileOurs: (work) => work(),
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
export const OPEN_FENCE: Fence = { epoch: 1, signal: new AbortController().signal, isOpen: () => true };

const keyOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

/** Keeps blocks by token, and where their events come from. */
export class MemoryStore implements EventStore {
  readonly blocks = new Map<string, Buffer>();
  /** May be set, to what was stored before. */
  stored: Spot[] = [];

  storedOffsets(positions: readonly Position[]): Promise<StoredRange[]> {
    return Promise.resolve(positions.flatMap((position) => this.#rangesFrom(position)));
  }

  storedIds({ topic, partition, first, last }: StoredRange) {
    const within = this.#of({ topic, partition }).filter(({ offset }) => offset >= first && offset <= last);
    return Promise.resolve(new Map(within.map(({ offset, id }) => [offset, id])));
  }

  async insert(block: Block, fence: Fence): Promise<boolean> {
    while (!fence.signal.aborted && !fence.isOpen()) await turn();
    if (fence.signal.aborted) return false;
    if (this.blocks.has(block.token)) return true;
    this.blocks.set(block.token, Buffer.concat(block.parts));
    this.stored.push(...block.spots());
    return true;
  }

  #of({ topic, partition }: Omit<Position, "offset">): Spot[] {
    return this.stored.filter((one) => one.topic === topic && one.partition === partition);
  }

  #rangesFrom({ topic, partition, offset }: Position): StoredRange[] {
    const ranges: StoredRange[] = [];
    const offsets = this.#of({ topic, partition }).map((one) => one.offset);
    for (const next of offsets.filter((one) => one >= offset).sort((a, b) => a - b)) {
      const before = ranges.at(-1);
      if (before !== undefined && next <= before.last + 1) before.last = next;
      else ranges.push({ topic, partition, first: next, last: next });
    }
    return ranges;
  }
}

export class MemoryDeadLetters implements DeadLetters {
  readonly letters: Refused[] = [];

  send(refused: readonly Refused[]): Promise<void> {
    for (const one of refused) {
      const { key, value } = one.record;
      // The memory is the fetch's, which goes on to other things.
      this.letters.push({
        ...one,
        record: { ...one.record, key: key && Buffer.from(key), value: value && Buffer.from(value) },
      });
    }
    return Promise.resolve();
  }
}
