// When ClickHouse is asked which events are stored: not where the read-back found nothing, and not once per small record batch.
import { expect, it } from "vitest";
import type { StoredRange } from "../ports.ts";
import { rawRecord } from "../testing/index.ts";
import { recordBatchOf } from "../testing/record-batches.ts";
import { storedOffsets } from "./stored-offsets.ts";

/** Offsets 100 to 19,999 of partition 0 are stored, each event under its own offset as its id. */
function stored(partitions = 1) {
  const asked: StoredRange[] = [];
  const ranges = Array.from({ length: partitions }, (_, partition) => ({
    topic: "t",
    partition,
    first: 100,
    last: 19_999,
  }));
  const store = {
    storedIds: async (range: StoredRange) => {
      asked.push(range);
      const ids = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
      return new Map(ids.filter((id) => id >= 100 && id < 20_000).map((id) => [id, String(id)]));
    },
  };
  return { offsets: storedOffsets(ranges, store), asked };
}

/** Two records. */
const batchAt = (offset: number, partition = 0) => ({
  ...recordBatchOf([rawRecord("t", offset, null), rawRecord("t", offset + 1, null)]),
  partition,
});

it("asks nothing where nothing is stored", async () => {
  const { offsets, asked } = stored();
  expect([offsets.within(batchAt(98)), offsets.within(batchAt(20_000))]).toEqual([undefined, undefined]);
  expect(asked).toEqual([]);
});

it("asks for many small record batches at once, and knows each", async () => {
  const { offsets, asked } = stored();
  for (let offset = 99; offset < 19_999; offset += 2) {
    const ids = await offsets.within(batchAt(offset));
    expect([ids?.get(offset), ids?.get(offset + 1)]).toEqual([
      offset === 99 ? undefined : String(offset),
      String(offset + 1),
    ]);
  }
  expect(asked).toHaveLength(5);
});

it("asks anew for what lies below the committed offset", async () => {
  const { offsets, asked } = stored();
  await offsets.within(batchAt(200));
  await offsets.within({ ...batchAt(200), isBehind: true });
  expect(asked).toMatchObject([{ first: 200 }, { first: 200, last: 201 }]);
});

it("keeps the answers of so many partitions at most", async () => {
  const { offsets, asked } = stored(17);
  for (let partition = 0; partition < 17; partition++) await offsets.within(batchAt(200, partition));
  await offsets.within(batchAt(202, 16));
  expect(asked).toHaveLength(17);
  await offsets.within(batchAt(202, 0));
  expect(asked).toHaveLength(18);
});
