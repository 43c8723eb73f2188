// How much is kept, and for how long.
import { expect, it } from "vitest";
import { SpoolFull } from "./faults.ts";
import { entry, numberOf } from "./testing/entries.ts";
import { filesOf, numbersIn, opened, type Opened, temporaryFolder, upTo } from "./testing/temporary-spool.ts";

const DAY = 24 * 60 * 60 * 1_000;

const appendAt = (subject: Opened, time: number, ...numbers: number[]): Promise<number> =>
  subject.topic.append(
    numbers.map((n) => entry(n, { time })),
    { fingerprint: subject.fingerprint },
  );

const expiredIn = ({ reported }: Opened): number[] => reported.expired.flatMap(({ entries }) => entries.map(numberOf));

it("is full at maxBytes over all topics, writes nothing of the array, and has room again once acknowledged", async () => {
  await using subject = await opened(await temporaryFolder(), { maxBytes: 1_000 });
  const other = await subject.spool.topic("audit.other");
  await subject.append(...upTo(4));
  const { bytes } = subject.spool;
  const many = upTo(8).map((n) => entry(n));
  await expect(other.append(many, { fingerprint: subject.fingerprint })).rejects.toThrow(SpoolFull);
  expect(subject.spool.bytes).toBe(bytes);
  expect(await other.append(many.slice(0, 2), { fingerprint: subject.fingerprint })).toBe(0);
  subject.topic.acknowledge(0, 4);
  expect(await other.append(many.slice(2), { fingerprint: subject.fingerprint })).toBe(2);
  expect(await numbersIn(other)).toEqual(upTo(8));
  expect(subject.spool.bytes).toBeLessThanOrEqual(1_000);
});

it("counts what is there after a restart, also where it is more than fits", async () => {
  const folder = await temporaryFolder();
  {
    await using subject = await opened(folder);
    await subject.append(...upTo(20));
  }
  await using subject = await opened(folder, { maxBytes: 500 });
  await expect(subject.append(20)).rejects.toThrow(SpoolFull);
  expect(await numbersIn(subject.topic)).toEqual(upTo(20));
});

it("reports entries that are too old when they are read, and leaves them out for good", async () => {
  const clock = { now: 10 * DAY };
  const folder = await temporaryFolder();
  {
    await using subject = await opened(folder, { now: () => clock.now });
    await appendAt(subject, clock.now, 0, 1);
    clock.now += 1;
    await appendAt(subject, clock.now, 2);
    clock.now += 7 * DAY - 1;
    expect((await subject.topic.read(1, 1e6)).map(numberOf)).toEqual([0]);
    clock.now += 1;
    expect(await numbersIn(subject.topic)).toEqual([2]);
    expect(subject.reported.expired).toEqual([
      { topic: subject.topic.name, entries: [{ id: entry(1).id, eventName: "membership.role.delete" }] },
    ]);
    expect(subject.topic.pending.entries).toBe(2);
    subject.topic.acknowledge(0);
  }
  await using again = await opened(folder, { now: () => clock.now });
  expect(await numbersIn(again.topic)).toEqual([2]);
  expect(expiredIn(again)).toEqual([]);
});

it("makes room by dropping segments in which everything is too old, and tells of each entry", async () => {
  const clock = { now: 10 * DAY };
  const folder = await temporaryFolder();
  const options = { now: () => clock.now, segmentBytes: 400, maxBytes: 1_000 };
  await using subject = await opened(folder, options);
  for (const n of upTo(9)) await appendAt(subject, clock.now, n);
  clock.now += 8 * DAY;
  await appendAt(subject, clock.now, 9, 10);
  await appendAt(subject, clock.now, 11, 12);
  expect(expiredIn(subject)).toEqual(upTo(9));
  expect(await numbersIn(subject.topic)).toEqual([9, 10, 11, 12]);
  expect(await filesOf(folder, ".segment")).toHaveLength(1);
});

it("expires nothing that is under way in memory", async () => {
  const clock = { now: 10 * DAY };
  await using subject = await opened(await temporaryFolder(), { now: () => clock.now });
  const { topic, fingerprint } = subject;
  await topic.append([entry(0, { time: clock.now })], { fingerprint, alreadyRead: true });
  clock.now += 8 * DAY;
  await subject.spool.tidy();
  expect(subject.reported.expired).toEqual([]);
  expect(topic.pending.entries).toBe(1);
});

it("judges age by the highest time it saw: what was too old stays so where the clock steps back", async () => {
  const clock = { now: 100 * DAY };
  await using subject = await opened(await temporaryFolder(), { now: () => clock.now });
  await appendAt(subject, clock.now, 0);
  clock.now += 8 * DAY;
  await appendAt(subject, clock.now, 1);
  clock.now -= 7 * DAY;
  expect(await numbersIn(subject.topic)).toEqual([1]);
  expect(expiredIn(subject)).toEqual([0]);
});

it("neither expires nor brings back anything where the clock steps back", async () => {
  const clock = { now: 100 * DAY };
  const folder = await temporaryFolder();
  const options = { now: () => clock.now };
  {
    await using subject = await opened(folder, options);
    await appendAt(subject, clock.now, 0);
    clock.now += 8 * DAY;
    await appendAt(subject, clock.now, 1);
    expect((await subject.topic.read(1, 1e6)).map(numberOf)).toEqual([1]);
    expect(expiredIn(subject)).toEqual([0]);
    clock.now -= 50 * DAY;
    // Recorded now and, on the stepped clock, recorded before it stepped.
    await appendAt(subject, clock.now, 2);
    await appendAt(subject, clock.now + 50 * DAY, 3);
    await subject.topic.rewind();
    expect(await numbersIn(subject.topic)).toEqual([1, 2, 3]);
    expect(expiredIn(subject)).toEqual([0]);
  }
  await using again = await opened(folder, options);
  expect(await numbersIn(again.topic)).toEqual([1, 2, 3]);
  clock.now += 58 * DAY;
  await again.topic.rewind();
  expect(await numbersIn(again.topic)).toEqual([]);
  expect(expiredIn(again)).toEqual([1, 2, 3]);
});
