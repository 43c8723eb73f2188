// Newest first over partitions and pieces, with the notes that are behind the letters; and what is not read.
import { expect, test } from "vitest";
import { NOW, rawRecord } from "../testing/index.ts";
import { MemoryTopic } from "./memory-topic.ts";
import { newestFirst, type Seen } from "./newest-first.ts";
import { positionText } from "./letter.ts";
import { selected } from "./select.ts";

const record = (offset: number) => rawRecord("audit.membership", offset, null);

function topicOf(letters: number, partitions = 1): MemoryTopic {
  const topic = new MemoryTopic();
  for (let index = 0; index < letters; index++)
    topic.add(record(index), "null-value", { at: NOW + index, partition: index % partitions });
  return topic;
}

async function all(topic: MemoryTopic, limit?: number): Promise<Seen<number>[]> {
  const selection = { filter: {}, open: false, limit };
  return Array.fromAsync(selected(topic, selection, (letter) => letter.origin?.offset));
}

test.each([
  [0, 1],
  [1, 1],
  [999, 1],
  [1_000, 1],
  [2_345, 1],
  [3_500, 3],
])("%i letters in %i partitions come newest first, none missing, none twice", async (letters, partitions) => {
  const seen = await all(topicOf(letters, partitions));
  expect(seen.map(({ kept }) => kept)).toEqual(Array.from({ length: letters }, (_, index) => letters - 1 - index));
});

test("the newest of a long topic are there after one piece", async () => {
  const topic = topicOf(5_000);
  expect((await all(topic, 3)).map(({ kept }) => kept)).toEqual([4_999, 4_998, 4_997]);
  expect(topic.readCount).toBeLessThanOrEqual(1_000);
});

test("a note tells of letters in its own piece and in pieces before, of the last replay, and of its partition only", async () => {
  const topic = topicOf(4_000, 2);
  topic.addNote(0, NOW + 10_000, [0, 1, 2]);
  topic.addNote(0, NOW + 10_000, [1_500]);
  topic.addNote(0, NOW + 20_000, [1_500]);
  const replayed = (await all(topic)).filter(({ replayedAt }) => replayedAt !== undefined);
  expect(replayed.map(({ position, replayedAt }) => [positionText(position), (replayedAt ?? 0) - NOW])).toEqual([
    ["0@1500", 20_000],
    ["0@2", 10_000],
    ["0@1", 10_000],
    ["0@0", 10_000],
  ]);
});

test("what was replayed is left out where only open letters are wanted, and does not count", async () => {
  const topic = topicOf(10);
  topic.addNote(0, NOW + 100, [8, 9]);
  const open = await Array.fromAsync(
    selected(topic, { filter: {}, open: true, limit: 2 }, (letter) => letter.origin?.offset),
  );
  expect(open.map(({ kept }) => kept)).toEqual([7, 6]);
});

test("no letter's bytes are held but what is kept of it", async () => {
  const topic = topicOf(3);
  const [first] = await Array.fromAsync(newestFirst(topic, await topic.bounds(), () => "kept"));
  expect(first).toEqual({ position: { partition: 0, offset: 2 }, at: NOW + 2, replayedAt: undefined, kept: "kept" });
});
