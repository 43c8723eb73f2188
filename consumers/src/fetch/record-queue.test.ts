// Cutting batches: by rows, by time, in order; what is dropped and what is still handed out when an assignment ends.
import { expect, test } from "vitest";
import type { Batch, Fetched } from "../record.ts";
import { recordBatchOf } from "../testing/record-batches.ts";
import { RecordQueue } from "./record-queue.ts";

const limits = { rows: 4, bytes: 1_000_000, lingerMs: 20 };

/** Record batches of so many records each, one behind the other from `first` on. */
function fetched(partition: number, first: number, counts: number[], control = 0): Fetched {
  let offset = first;
  const batches = counts.map((count) => {
    const records = Array.from({ length: count }, (_, index) => ({
      topic: "t",
      partition,
      offset: offset + index,
      timestamp: 0,
      key: null,
      value: Buffer.alloc(100),
      headers: {},
    }));
    offset += count;
    return recordBatchOf(records);
  });
  return { topic: "t", partition, batches, nextOffset: offset + control };
}

const offsetsOf = (batch: Batch | undefined) =>
  batch?.batches.map(({ partition, baseOffset }) => `${partition}/${baseOffset}`);

test("a full batch is cut at once, in order, and what is left goes into the next", async () => {
  const queue = new RecordQueue(10_000, { ...limits, lingerMs: 60_000 });
  queue.push(fetched(0, 10, [3]));
  queue.push(fetched(1, 5, [1, 2]));
  queue.push(fetched(0, 13, [2]));
  const batch = await queue.next();
  expect(offsetsOf(batch)).toEqual(["0/10", "1/5"]);
  expect(batch?.ranges).toMatchObject([
    { partition: 0, nextOffset: 13 },
    { partition: 1, nextOffset: 6 },
  ]);
  queue.end();
  const rest = await queue.next();
  expect(offsetsOf(rest)).toEqual(["1/6", "0/13"]);
  expect(rest?.ranges).toMatchObject([
    { partition: 1, nextOffset: 8 },
    { partition: 0, nextOffset: 15 },
  ]);
  expect(await queue.next()).toBeUndefined();
  expect(queue.bytes).toBe(0);
});

test("a record batch is never cut, however large it is", async () => {
  const queue = new RecordQueue(10_000, limits);
  queue.push(fetched(0, 0, [9, 9]));
  expect(offsetsOf(await queue.next())).toEqual(["0/0"]);
  expect(offsetsOf(await queue.next())).toEqual(["0/9"]);
});

test("a record that stays alone is handed out after its linger time", async () => {
  const queue = new RecordQueue(10_000, limits);
  queue.push(fetched(0, 1, [1]));
  expect((await queue.next())?.ranges).toEqual([{ topic: "t", partition: 0, nextOffset: 2 }]);
});

test("a range goes past control records behind the last record", async () => {
  const queue = new RecordQueue(10_000, limits);
  queue.push(fetched(0, 1, [1], 2));
  expect((await queue.next())?.ranges).toEqual([{ topic: "t", partition: 0, nextOffset: 4 }]);
});

test("a closed queue drops what waits and takes nothing more", async () => {
  const queue = new RecordQueue(10_000, { ...limits, lingerMs: 60_000 });
  queue.push(fetched(0, 1, [2]));
  const waiting = queue.next();
  queue.close();
  expect(await waiting).toBeUndefined();
  queue.push(fetched(0, 3, [2]));
  expect(await queue.next()).toBeUndefined();
});

test("fetching waits while the queue is over its bytes, and goes on when a batch is taken", async () => {
  const queue = new RecordQueue(1_000, limits);
  queue.push(fetched(0, 1, [4]));
  expect(queue.hasRoom()).toBe(false);
  const room = queue.room();
  await queue.next();
  await room;
  expect(queue.hasRoom()).toBe(true);
});
