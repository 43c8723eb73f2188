// Cutting batches: by rows, by time, in order; what is dropped and what is still handed out when an assignment ends.
import { expect, test } from "vitest";
import type { Fetched } from "../record.ts";
import { RecordQueue } from "./record-queue.ts";

const limits = { rows: 4, bytes: 1_000_000, lingerMs: 20 };

function fetched(partition: number, first: number, count: number, nextOffset = first + count): Fetched {
  const records = Array.from({ length: count }, (_, index) => ({
    topic: "t",
    partition,
    offset: first + index,
    timestamp: 0,
    key: null,
    value: Buffer.alloc(100),
    headers: {},
  }));
  return { topic: "t", partition, records, nextOffset };
}

test("a full batch is cut at once, in order, and what is left goes into the next", async () => {
  const queue = new RecordQueue(10_000, { ...limits, lingerMs: 60_000 });
  queue.push(fetched(0, 10, 3));
  queue.push(fetched(1, 5, 3));
  queue.push(fetched(0, 13, 2));
  expect(await queue.next()).toMatchObject({
    records: [{ offset: 10 }, { offset: 11 }, { offset: 12 }, { offset: 5 }],
    ranges: [
      { partition: 0, nextOffset: 13 },
      { partition: 1, nextOffset: 6 },
    ],
  });
  queue.end();
  const rest = await queue.next();
  expect(rest?.records.map(({ partition, offset }) => `${partition}/${offset}`)).toEqual([
    "1/6",
    "1/7",
    "0/13",
    "0/14",
  ]);
  expect(await queue.next()).toBeUndefined();
  expect(queue.bytes).toBe(0);
});

test("a record that stays alone is handed out after its linger time", async () => {
  const queue = new RecordQueue(10_000, limits);
  queue.push(fetched(0, 1, 1));
  expect((await queue.next())?.ranges).toEqual([{ topic: "t", partition: 0, nextOffset: 2 }]);
});

test("a range goes past control records behind the last record", async () => {
  const queue = new RecordQueue(10_000, limits);
  queue.push(fetched(0, 1, 1, 4));
  expect((await queue.next())?.ranges).toEqual([{ topic: "t", partition: 0, nextOffset: 4 }]);
});

test("a closed queue drops what waits and takes nothing more", async () => {
  const queue = new RecordQueue(10_000, { ...limits, lingerMs: 60_000 });
  queue.push(fetched(0, 1, 2));
  const waiting = queue.next();
  queue.close();
  expect(await waiting).toBeUndefined();
  queue.push(fetched(0, 3, 2));
  expect(await queue.next()).toBeUndefined();
});

test("fetching waits while the queue is over its bytes, and goes on when a batch is taken", async () => {
  const queue = new RecordQueue(2_000, limits);
  queue.push(fetched(0, 1, 4));
  expect(queue.hasRoom()).toBe(false);
  const room = queue.room();
  await queue.next();
  await room;
  expect(queue.hasRoom()).toBe(true);
});
