// Where a fetch began, against what is due: forwards is an alarm, backwards is looked at event by event.
import type { Consumer } from "kafkajs";
import { expect, it } from "vitest";
import type { Fetched } from "../record.ts";
import { rawRecord, silentObserver } from "../testing/index.ts";
import { recordBatchOf } from "../testing/record-batches.ts";
import { KafkaAssignment } from "./kafka-assignment.ts";

const COMMITTED = 100;

async function assignment() {
  const said: string[] = [];
  const observer = {
    ...silentObserver,
    offsetGap: (_topic: string, _partition: number, expected: number, found: number) =>
      said.push(`gap ${expected} ${found}`),
    offsetWentBack: (_topic: string, _partition: number, expected: number, found: number) =>
      said.push(`back ${expected} ${found}`),
  };
  const limits = { rows: 10, bytes: 1e6, lingerMs: 0 };
  const options = { groupId: "g", prefix: "audit", batch: limits, inFlightBytes: 1e6, sessionTimeoutMs: 6_000 };
  const consumer: Pick<Consumer, "commitOffsets"> = { commitOffsets: async () => {} };
  const one = new KafkaAssignment(1, { t: [0] }, consumer, options, observer, () => true);
  const partitions = [{ partition: 0, offset: String(COMMITTED), metadata: null }];
  await one.locate({ fetchOffsets: async () => [{ topic: "t", partitions }] }, "g");
  return { one, said };
}

/** A record batch of two records. */
const fetched = (from: number): Fetched => {
  const batch = recordBatchOf([rawRecord("t", from, null), rawRecord("t", from + 1, null)]);
  return { topic: "t", partition: 0, batches: [batch], nextOffset: from + 2 };
};

it("takes what is due as it is", async () => {
  const { one, said } = await assignment();
  one.push(fetched(COMMITTED));
  expect(await one.queue.next()).toMatchObject({ batches: [{ isBehind: false }] });
  expect(said).toEqual([]);
});

it("raises an alarm where records are missing before it", async () => {
  const { one, said } = await assignment();
  one.push(fetched(COMMITTED + 5));
  expect(said).toEqual([`gap ${COMMITTED} ${COMMITTED + 5}`]);
});

it("hands on what lies below the committed offset, marked so that ids decide", async () => {
  const { one, said } = await assignment();
  one.push(fetched(80));
  expect(await one.queue.next()).toMatchObject({ batches: [{ baseOffset: 80, isBehind: true }] });
  expect(said).toEqual([`back ${COMMITTED} 80`]);
  one.push(fetched(COMMITTED));
  expect(await one.queue.next()).toMatchObject({ batches: [{ isBehind: false }] });
});
