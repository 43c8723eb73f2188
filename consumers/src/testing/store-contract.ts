// What every event store keeps, in memory or real: the promises of EventStore in ../ports.ts, each as a test.
import { setTimeout as sleep } from "node:timers/promises";
import { uuidText } from "@audit-log/schemas";
import { describe, expect, test } from "vitest";
import type { Fence } from "../fence.ts";
import type { EventStore, StoredRange } from "../ports.ts";
import type { Spot } from "../transcode/spots.ts";
import type { Block } from "../transcode/transcode.ts";

export interface StoreUnderTest {
  store: EventStore;
  blockOf: (token: string, events: readonly Spot[]) => Block;
  /** Stored events of a topic, one that is stored twice counted twice. */
  countIn: (topic: string) => Promise<number>;
}

/** Offsets are 64 bits wide on Kafka's side. */
const FAR = 2 ** 40;

const OPEN: Fence = { epoch: 1, signal: new AbortController().signal, isOpen: () => true };

/** `open` is asked once per test; topics are new in each. */
export function storeContract(name: string, open: () => StoreUnderTest): void {
  let topics = 0;
  const newTopic = () => `contract-${Date.now().toString(36)}-${++topics}`;

  describe(`${name} is an event store`, () => {
    test("where nothing is stored, nothing is found", async () => {
      const { store } = open();
      const topic = newTopic();
      expect(await store.storedOffsets([])).toEqual([]);
      expect(await store.storedOffsets([{ topic, partition: 0, offset: 0 }])).toEqual([]);
      expect(await store.storedIds({ topic, partition: 0, first: 0, last: FAR })).toEqual(new Map());
    });

    test("stored events are found by their offsets, in as few ranges as there are, and by their ids", async () => {
      const { store, blockOf } = open();
      const topic = newTopic();
      const [some, rest] = [spotsAt(topic, 9, 1, 3, FAR), spotsAt(topic, 4, FAR + 1)];
      expect(await store.insert(blockOf(`${topic} some`, some), OPEN)).toBe(true);
      expect(await store.insert(blockOf(`${topic} rest`, rest), OPEN)).toBe(true);
      const found = await store.storedOffsets([{ topic, partition: 0, offset: 0 }]);
      expect(found.sort(byFirst)).toEqual([
        { topic, partition: 0, first: 1, last: 1 },
        { topic, partition: 0, first: 3, last: 4 },
        { topic, partition: 0, first: 9, last: 9 },
        { topic, partition: 0, first: FAR, last: FAR + 1 },
      ]);
      const ids = await store.storedIds({ topic, partition: 0, first: 3, last: FAR });
      expect(ids).toEqual(new Map([3, 4, 9, FAR].map((offset) => [offset, idAt(0, offset)])));
    });

    test("nothing below a position is found, and nothing of other partitions", async () => {
      const { store, blockOf } = open();
      const [topic, other] = [newTopic(), newTopic()];
      const elsewhere = [...spotsAt(other, 5), ...spotsAt(topic, 6).map((spot) => ({ ...spot, partition: 1 }))];
      await store.insert(blockOf(topic, [...spotsAt(topic, 1, 2, 3, 4), ...elsewhere]), OPEN);
      expect(await store.storedOffsets([{ topic, partition: 0, offset: 3 }])).toEqual([
        { topic, partition: 0, first: 3, last: 4 },
      ]);
      expect(await store.storedOffsets([{ topic, partition: 0, offset: 5 }])).toEqual([]);
      const positions = [
        { topic, partition: 1, offset: 0 },
        { topic, partition: 0, offset: 4 },
      ];
      expect((await store.storedOffsets(positions)).sort(byFirst)).toEqual([
        { topic, partition: 0, first: 4, last: 4 },
        { topic, partition: 1, first: 6, last: 6 },
      ]);
      expect([...(await store.storedIds({ topic, partition: 0, first: 4, last: 9 })).keys()]).toEqual([4]);
    });

    test("a token is stored once, however often it is sent and whatever is sent under it", async () => {
      const { store, blockOf, countIn } = open();
      const topic = newTopic();
      for (const offset of [1, 1, 2])
        expect(await store.insert(blockOf(topic, spotsAt(topic, offset)), OPEN)).toBe(true);
      expect(await countIn(topic)).toBe(1);
      expect([...(await store.storedIds({ topic, partition: 0, first: 0, last: 9 })).keys()]).toEqual([1]);
    });

    test("an event that is stored under two tokens is found once", async () => {
      const { store, blockOf } = open();
      const topic = newTopic();
      for (const token of ["one", "another"])
        await store.insert(blockOf(`${topic} ${token}`, spotsAt(topic, 1, 2)), OPEN);
      expect(await store.storedOffsets([{ topic, partition: 0, offset: 0 }])).toEqual([
        { topic, partition: 0, first: 1, last: 2 },
      ]);
      expect(await store.storedIds({ topic, partition: 0, first: 1, last: 1 })).toEqual(new Map([[1, idAt(0, 1)]]));
    });

    test("nothing is inserted when the assignment is over", async () => {
      const { store, blockOf, countIn } = open();
      const topic = newTopic();
      const over = { epoch: 1, signal: AbortSignal.abort(), isOpen: () => true };
      expect(await store.insert(blockOf(topic, spotsAt(topic, 1)), over)).toBe(false);
      expect(await countIn(topic)).toBe(0);
    });

    test("while the group has not heard of us an insert waits, until it has", async () => {
      const { store, blockOf, countIn } = open();
      const topic = newTopic();
      let asked = 0;
      const fence = { ...OPEN, isOpen: () => ++asked > 2 };
      expect(await store.insert(blockOf(topic, spotsAt(topic, 1)), fence)).toBe(true);
      expect([asked, await countIn(topic)]).toEqual([3, 1]);
    });

    test("while the group has not heard of us an insert waits, until the assignment is over", async () => {
      const { store, blockOf, countIn } = open();
      const topic = newTopic();
      const ending = new AbortController();
      const asked = Promise.withResolvers<void>();
      const isOpen = () => (asked.resolve(), false);
      const inserting = store.insert(blockOf(topic, spotsAt(topic, 1)), { epoch: 1, signal: ending.signal, isOpen });
      await asked.promise;
      expect(await Promise.race([inserting, sleep(20, "waits")])).toBe("waits");
      ending.abort();
      expect(await inserting).toBe(false);
      expect(await countIn(topic)).toBe(0);
    });
  });
}

const spotsAt = (topic: string, ...offsets: number[]): Spot[] =>
  offsets.map((offset) => ({ topic, partition: 0, offset, id: idAt(0, offset) }));

function idAt(partition: number, offset: number): string {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(partition, 4);
  id.writeBigUInt64BE(BigInt(offset), 8);
  return uuidText(id);
}

const byFirst = (one: StoredRange, other: StoredRange): number =>
  one.partition - other.partition || one.first - other.first;
