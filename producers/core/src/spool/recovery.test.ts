// Files that are not as they were left. The last segment holds six entries; each is a frame of the same size.
import { cp, open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HEADER_BYTES } from "./segment.ts";
import { filesOf, numbersIn, opened, temporaryFolder, topicFolder, upTo } from "./testing/temporary-spool.ts";

const FIRST = "0000000000000000.segment";

/** A folder whose last segment holds entries 0 to 5, and how long a frame is. */
async function template(): Promise<{ folder: string; size: number; frame: number }> {
  const folder = await temporaryFolder();
  {
    await using subject = await opened(folder);
    await subject.append(...upTo(6));
  }
  const { size } = await stat(join(topicFolder(folder), FIRST));
  return { folder, size, frame: (size - HEADER_BYTES) / 6 };
}

/** What is read from a copy of the folder whose last segment was changed, and what a second start finds wrong. */
async function afterChange(folder: string, change: (file: string) => Promise<void>) {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  await change(join(topicFolder(copy), FIRST));
  const first = await opened(copy);
  const numbers = await numbersIn(first.topic);
  const position = await first.append(99);
  await first.spool.close();
  await using second = await opened(copy);
  expect(await numbersIn(second.topic)).toEqual([...numbers, 99]);
  expect([...second.reported.torn, ...second.reported.damaged]).toEqual([]);
  return { numbers, position, reported: first.reported, kept: await filesOf(copy, ".damaged") };
}

async function flip(file: string, at: number): Promise<void> {
  await using handle = await open(file, "r+");
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte.writeUInt8(byte.readUInt8() ^ 0xff);
  await handle.write(byte, 0, 1, at);
}

describe("the last segment", { timeout: 60_000 }, () => {
  it("loses nothing before a byte that is flipped, wherever it is in the last frames", async () => {
    const { folder, size, frame } = await template();
    for (let at = size - 2 * frame; at < size; at++) {
      const { numbers, position, reported } = await afterChange(folder, (file) => flip(file, at));
      const whole = at < size - frame ? 4 : 5;
      expect(numbers, `byte ${at}`).toEqual(upTo(whole));
      expect(position).toBe(whole);
      expect(reported.torn, `byte ${at}`).toMatchObject([{ bytes: size - HEADER_BYTES - whole * frame }]);
    }
  });

  it("loses nothing before the place where it is cut, wherever that is", async () => {
    const { folder, size, frame } = await template();
    for (let length = 0; length < size; length++) {
      const { numbers, reported, kept } = await afterChange(folder, (file) => truncate(file, length));
      const whole = Math.max(0, Math.floor((length - HEADER_BYTES) / frame));
      expect(numbers, `length ${length}`).toEqual(upTo(whole));
      const bytes = length < HEADER_BYTES ? length : length - HEADER_BYTES - whole * frame;
      expect(reported.torn.map((torn) => torn.bytes)).toEqual(bytes > 0 || length < HEADER_BYTES ? [bytes] : []);
      expect(kept).toEqual([]);
    }
  });

  it.each([1, 7, 8, 100, 3_000_000])("takes %i zeros at its end for torn", async (zeros) => {
    const { folder, size } = await template();
    const { numbers, reported, kept } = await afterChange(folder, (file) => truncate(file, size + zeros));
    expect(numbers).toEqual(upTo(6));
    expect(reported.torn).toMatchObject([{ bytes: zeros, kept: undefined }]);
    expect(kept).toEqual([]);
  });

  it("is torn where the file system left zeros only", async () => {
    const { folder, size } = await template();
    const { numbers, position, reported } = await afterChange(folder, (file) => writeFile(file, Buffer.alloc(size)));
    expect({ numbers, position }).toEqual({ numbers: [], position: 0 });
    expect(reported.torn).toMatchObject([{ bytes: size, reason: "header", kept: undefined }]);
  });

  it.each(["checksum", "header"])("keeps a copy for a person where more is behind the damage (%s)", async (reason) => {
    const { folder, size, frame } = await template();
    const at = reason === "header" ? 20 : HEADER_BYTES + 2 * frame + 50;
    const { numbers, reported, kept } = await afterChange(folder, (file) => flip(file, at));
    const whole = reason === "header" ? 0 : 2;
    expect(numbers).toEqual(upTo(whole));
    expect(kept).toHaveLength(1);
    const bytes = reason === "header" ? size : size - HEADER_BYTES - whole * frame;
    expect(reported.torn).toMatchObject([{ reason, bytes, kept: expect.stringContaining(kept[0] ?? "") }]);
  });
});

describe("an older segment", () => {
  it.each([
    ["a frame", HEADER_BYTES + 20, [0, 1, 2, 6, 7, 8, 9], 3],
    ["its header", 5, [0, 1, 2, 6, 7, 8, 9], 3],
    ["its end", -1, [0, 1, 2, 3, 4, 6, 7, 8, 9], 1],
  ])("that is damaged in %s is set aside; the others are read", async (_name, at, numbers, lost) => {
    const folder = await temporaryFolder();
    {
      await using subject = await opened(folder, { segmentBytes: 250 });
      for (const n of upTo(10)) await subject.append(n);
    }
    const segments = await filesOf(folder, ".segment");
    expect(segments).toHaveLength(4);
    const file = join(topicFolder(folder), segments[1] ?? "");
    const before = await readFile(file);
    await flip(file, (at + before.length) % before.length);
    await using subject = await opened(folder);
    expect(await numbersIn(subject.topic)).toEqual(numbers);
    expect(subject.topic.pending.entries).toBe(numbers.length);
    expect(await filesOf(folder, ".damaged")).toHaveLength(1);
    expect(subject.reported.damaged).toMatchObject([{ entries: lost, file: expect.stringMatching(/\.damaged$/) }]);
    subject.topic.acknowledge(0, 10);
    await subject.topic.tidy();
    expect(await filesOf(folder, ".segment")).toEqual([]);
    expect(await subject.append(10)).toBe(10);
  });
});

describe("the acknowledged file", () => {
  it.each([
    ["zeros", Buffer.alloc(524)],
    ["another text", Buffer.from("not mine")],
    ["nothing", Buffer.alloc(0)],
  ])("that holds %s makes everything that is stored be sent again", async (_name, content) => {
    const folder = await temporaryFolder();
    {
      await using subject = await opened(folder);
      await subject.append(...upTo(6));
      subject.topic.acknowledge(0, 4);
    }
    await writeFile(join(topicFolder(folder), "acknowledged"), content);
    {
      await using subject = await opened(folder);
      expect(await numbersIn(subject.topic)).toEqual(upTo(6));
      expect(subject.reported.damaged).toMatchObject([{ file: expect.stringMatching(/acknowledged$/) }]);
      subject.topic.acknowledge(0, 5);
    }
    await using subject = await opened(folder);
    expect(await numbersIn(subject.topic)).toEqual([5]);
    expect(subject.reported.damaged).toEqual([]);
  });

  it("is written in turn: what was written before the last time is there where that is damaged", async () => {
    const folder = await temporaryFolder();
    for (const [round, acknowledged] of [2, 3, 4].entries()) {
      await using subject = await opened(folder);
      if (round === 0) await subject.append(...upTo(6));
      subject.topic.acknowledge(0, acknowledged);
    }
    const file = join(topicFolder(folder), "acknowledged");
    const slots = await readFile(file);
    await flip(file, slots.readBigUInt64LE(0) > slots.readBigUInt64LE(512) ? 0 : 512);
    await using subject = await opened(folder);
    expect(await numbersIn(subject.topic)).toEqual([3, 4, 5]);
  });
});
