// What is read, read again, and not read any more.
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { entry } from "./testing/entries.ts";
import { filesOf, numbersIn, opened, temporaryFolder, topicFolder, upTo } from "./testing/temporary-spool.ts";

const SMALL = { segmentBytes: 250 };

describe("acknowledgement", () => {
  it("in any order: only the prefix without gaps is kept over a restart", async () => {
    const folder = await temporaryFolder();
    {
      await using subject = await opened(folder);
      await subject.append(...upTo(10));
      for (const [position, count] of [
        [7, 2],
        [0, 1],
        [2, 1],
        [1, 1],
        [2, 1],
      ] as const)
        subject.topic.acknowledge(position, count);
      expect(subject.topic.pending.entries).toBe(5);
      expect(await numbersIn(subject.topic)).toEqual([3, 4, 5, 6, 9]);
    }
    await using again = await opened(folder);
    expect(await numbersIn(again.topic)).toEqual(upTo(10, 3));
  });

  it("is written down by itself, and deletes the segments below it", async () => {
    const folder = await temporaryFolder();
    await using subject = await opened(folder, SMALL);
    for (const n of upTo(10)) await subject.append(n);
    expect(await filesOf(folder, ".segment")).toHaveLength(4);
    subject.topic.acknowledge(3, 5);
    subject.topic.acknowledge(0, 2);
    await vi.waitFor(async () => {
      const slots = await readFile(join(topicFolder(folder), "acknowledged"));
      expect([slots.readBigUInt64LE(0), slots.readBigUInt64LE(512)]).toContain(2n);
    });
    expect(await filesOf(folder, ".segment")).toHaveLength(4);
    subject.topic.acknowledge(2);
    await vi.waitFor(async () => {
      expect(await filesOf(folder, ".segment")).toEqual(["0000000000000006.segment", "0000000000000009.segment"]);
    });
    expect(subject.topic.pending.entries).toBe(2);
    expect(await numbersIn(subject.topic)).toEqual([8, 9]);
  });

  it("of everything leaves no segment, and appends go on", async () => {
    const folder = await temporaryFolder();
    await using subject = await opened(folder, SMALL);
    for (const round of upTo(5)) {
      for (const n of upTo(7)) await subject.append(round * 7 + n);
      expect(await numbersIn(subject.topic)).toEqual(upTo(round * 7 + 7, round * 7));
      subject.topic.acknowledge(round * 7, 7);
      await subject.topic.tidy();
      expect(await filesOf(folder, ".segment")).toEqual([]);
      expect(subject.spool.bytes).toBe(0);
    }
  });

  it("of a hundred thousand entries, every third first", async () => {
    await using subject = await opened(await temporaryFolder());
    const { topic, fingerprint } = subject;
    const count = 100_000;
    await topic.append(
      upTo(count).map((n) => entry(n)),
      { fingerprint },
    );
    for (const first of [1, 2, 0]) for (let at = first; at < count; at += 3) topic.acknowledge(at);
    expect(topic.pending).toEqual({ entries: 0, bytes: 0 });
    expect(await topic.read(1, 1)).toEqual([]);
  });

  it.each([
    [-1, 1],
    [0, 7],
    [6, 1],
    [0.5, 1],
    [0, -1],
  ])("of %d + %d is no entry of six", async (position, count) => {
    await using subject = await opened(await temporaryFolder());
    await subject.append(...upTo(6));
    expect(() => subject.topic.acknowledge(position, count)).toThrow(RangeError);
    expect(subject.topic.pending.entries).toBe(6);
  });
});

describe("reading", () => {
  it("passes over what was appended as already read, until it goes back", async () => {
    await using subject = await opened(await temporaryFolder(), SMALL);
    const { topic, fingerprint } = subject;
    const underWay = (...numbers: number[]): Promise<number> =>
      topic.append(
        numbers.map((n) => entry(n)),
        { fingerprint, alreadyRead: true },
      );
    await underWay(0, 1);
    expect(await topic.read(10, 1e6)).toEqual([]);
    await subject.append(2, 3);
    await underWay(4, 5);
    await subject.append(6);
    expect(await numbersIn(topic)).toEqual([2, 3, 6]);
    topic.acknowledge(0);
    topic.acknowledge(3);
    await topic.rewind();
    expect(await numbersIn(topic)).toEqual([1, 2, 4, 5, 6]);
    await underWay(7);
    await subject.append(8);
    expect(await numbersIn(topic)).toEqual([8]);
  });

  it("goes on while entries are appended and acknowledged", async () => {
    await using subject = await opened(await temporaryFolder(), { segmentBytes: 2_000 });
    const numbers: number[] = [];
    const writing = Promise.all(upTo(300).map((n) => subject.append(2 * n, 2 * n + 1)));
    while (numbers.length < 600) {
      const entries = await subject.topic.read(7, 1e6);
      numbers.push(...entries.map(({ id }) => id.readUInt32BE()));
      for (const { position } of entries.toReversed()) subject.topic.acknowledge(position);
      if (entries.length === 0) await new Promise(setImmediate);
    }
    await writing;
    expect(numbers).toEqual(upTo(600));
    expect(subject.topic.pending.entries).toBe(0);
  });

  it("hands out bytes that are the caller's own", async () => {
    await using subject = await opened(await temporaryFolder());
    await subject.append(0, 1);
    const [first] = await subject.topic.read(1, 1e6);
    first?.value.fill(0);
    expect((await subject.topic.read(1, 1e6))[0]).toMatchObject(entry(1));
    await subject.topic.rewind();
    expect((await subject.topic.read(1, 1e6))[0]).toMatchObject(entry(0));
  });
});

describe("a segment that becomes unreadable while the spool is open", () => {
  it.each(["is flipped", "is deleted"])("and %s costs its rest only, which is told", async (what) => {
    const folder = await temporaryFolder();
    await using subject = await opened(folder, { segmentBytes: 400 });
    await subject.append(...upTo(3));
    const [segment = ""] = await filesOf(folder, ".segment");
    const file = join(topicFolder(folder), segment);
    if (what === "is deleted") await rm(file);
    else {
      await using handle = await open(file, "r+");
      await handle.write(Buffer.from("damage"), 0, 6, 150);
    }
    const left = what === "is deleted" ? [] : [0];
    expect(await numbersIn(subject.topic)).toEqual(left);
    expect(subject.reported.damaged).toMatchObject([{ entries: 3 - left.length }]);
    expect(await subject.append(3, 4)).toBe(3);
    expect(await numbersIn(subject.topic)).toEqual([3, 4]);
    subject.topic.acknowledge(0, 3);
    await subject.topic.tidy();
    expect(await filesOf(folder, ".damaged")).toHaveLength(left.length);
    expect(await filesOf(folder, ".segment")).toHaveLength(1);
  });
});
