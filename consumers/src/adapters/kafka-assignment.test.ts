// Where a fetch began, against what is due: forwards is an alarm, backwards is looked at event by event. And what is fetched and not settled.
import type { Consumer } from "kafkajs";
import { expect, it } from "vitest";
import type { Fetched } from "../record.ts";
import { NOW, rawRecord, silentObserver } from "../testing/index.ts";
import { recordBatchOf } from "../testing/record-batches.ts";
import { KafkaAssignment } from "./kafka-assignment.ts";

const COMMITTED = 100;

async function assignment(commitOffsets: Consumer["commitOffsets"] = async () => {}) {
  const said: string[] = [];
  const inFlight: number[] = [];
  const observer = {
    ...silentObserver,
    inFlight: (bytes: number) => inFlight.push(bytes),
    offsetGap: (_topic: string, _partition: number, expected: number, found: number) =>
      said.push(`gap ${expected} ${found}`),
    offsetWentBack: (_topic: string, _partition: number, expected: number, found: number) =>
      said.push(`back ${expected} ${found}`),
  };
  const limits = { rows: 10, bytes: 1e6, lingerMs: 0 };
  const options = { groupId: "g", prefix: "audit", batch: limits, inFlightBytes: 1e6, sessionTimeoutMs: 6_000 };
  const one = new KafkaAssignment(1, { t: [0] }, { commitOffsets }, options, observer, () => true);
  const partitions = [{ partition: 0, offset: String(COMMITTED), metadata: null }];
  await one.locate({ fetchOffsets: async () => [{ topic: "t", partitions }] }, "g");
  return { one, said, inFlight };
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

it.each([
  ["begins behind where the fetch began", 1, []],
  ["begins before it", -1, []],
  ["leaves a gap behind the batch before it", 4, fetched(COMMITTED).batches],
])("asks once more for what %s", async (_what, at, before) => {
  const { one } = await assignment();
  const { batches, ...rest } = fetched(COMMITTED + at);
  const wrong = { ...rest, batches: [...before, ...batches] };
  expect(one.isDamaged(fetched(COMMITTED), COMMITTED)).toBe(false);
  expect([one.isDamaged(wrong, COMMITTED), one.isDamaged(wrong, COMMITTED)]).toEqual([true, false]);
});

it("knows the oldest record that is not settled, and the bytes that are not", async () => {
  const { one, inFlight } = await assignment();
  const oldest = () => one.watched()[0]?.oldest;
  expect(oldest()).toBeUndefined();
  const [first, second] = [fetched(COMMITTED), fetched(COMMITTED + 2)];
  for (const [{ batches }, age] of [[first, 7_000] as const, [second, 9_000] as const])
    for (const batch of batches) batch.timestamp = NOW - age;
  one.push(first);
  const bytes = inFlight.at(-1) ?? 0;
  expect(bytes).toBeGreaterThan(0);
  one.push(second);
  // Timestamps are the producers': a later record may be the older one.
  expect(oldest()).toBe(NOW - 9_000);
  const batches = one.batches()[Symbol.asyncIterator]();
  const handedOut = await batches.next();
  expect(handedOut.value?.ranges).toMatchObject([{ nextOffset: COMMITTED + 4 }]);
  expect(inFlight.at(-1)).toBe(2 * bytes);
  await one.commit([{ topic: "t", partition: 0, nextOffset: COMMITTED + 2 }]);
  expect(oldest()).toBe(NOW - 9_000);
  await one.commit([{ topic: "t", partition: 0, nextOffset: COMMITTED + 4 }]);
  expect(oldest()).toBeUndefined();
  one.end();
  await batches.next();
  expect(inFlight.at(-1)).toBe(0);
});

it("hands out what lies below the committed offset only when nothing is under way: it may be the same events", async () => {
  const { one } = await assignment();
  const batches = one.batches()[Symbol.asyncIterator]();
  one.push(fetched(COMMITTED));
  const first = await batches.next();
  let isHandedOut = false;
  one.push(fetched(COMMITTED));
  const second = batches.next().then((next) => ((isHandedOut = true), next));
  await new Promise(setImmediate);
  expect(isHandedOut).toBe(false);
  await one.commit(first.value?.ranges ?? []);
  expect((await second).value).toMatchObject({ batches: [{ isBehind: true }] });
});

it("is quiet when what goes on beside the batches is over, and begins nothing more once it is over itself", async () => {
  const { one } = await assignment();
  const going = Promise.withResolvers<string>();
  const answer = one.whileOurs(() => going.promise);
  one.end();
  let isQuiet = false;
  const quiet = one.quiet().then(() => (isQuiet = true));
  await new Promise(setImmediate);
  expect(isQuiet).toBe(false);
  going.resolve("told");
  await quiet;
  expect(await answer).toBe("told");
  expect(await one.whileOurs(() => expect.unreachable())).toBeUndefined();
});

it("commits no more once the group says that somebody else has the partitions, however kafkajs wraps it", async () => {
  const replaced = new Error("wrapped", {
    cause: Object.assign(new Error("replaced"), { type: "ILLEGAL_GENERATION" }),
  });
  let tries = 0;
  const { one } = await assignment(async () => {
    tries += 1;
    throw replaced;
  });
  expect(await one.commit([{ topic: "t", partition: 0, nextOffset: COMMITTED + 2 }])).toBe(false);
  expect([tries, one.isLeft]).toEqual([1, true]);
});

it("repeats a commit until the broker takes it, and no longer once it is over", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let left = 2;
  const { one } = await assignment(async () => {
    begin();
    if (left-- > 0) throw new Error("not now");
  });
  expect(await one.commit([{ topic: "t", partition: 0, nextOffset: COMMITTED + 2 }])).toBe(true);
  left = Infinity;
  const committing = one.commit([{ topic: "t", partition: 0, nextOffset: COMMITTED + 4 }]);
  await begun;
  one.end();
  expect(await committing).toBe(false);
});
