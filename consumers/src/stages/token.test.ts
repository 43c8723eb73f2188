// The same rows give the same token, other rows another one: ClickHouse drops a block whose token it has seen.
import { readExamples } from "@audit-log/schemas/examples";
import { expect, test } from "vitest";
import { tokenOf } from "./token.ts";

const event = readExamples()[0]?.event;
if (event === undefined) throw new Error("there is no example");

const rows = (...offsets: [topic: string, partition: number, offset: number][]) =>
  offsets.map(([topic, partition, offset]) => ({
    event,
    topic,
    partition,
    offset,
    domain: "d",
    receivedTime: offset,
    schemaId: 1,
  }));

test("the token depends on the offsets, not on the moment", () => {
  const first = rows(["a", 0, 1], ["a", 0, 2]);
  const second = rows(["a", 0, 1], ["a", 0, 2]).map((row) => ({ ...row, receivedTime: 99 }));
  expect(tokenOf(first)).toBe(tokenOf(second));
});

test.each([
  ["one more row", rows(["a", 0, 1], ["a", 0, 2], ["a", 0, 3])],
  ["a gap", rows(["a", 0, 1], ["a", 0, 3])],
  ["another partition", rows(["a", 1, 1], ["a", 1, 2])],
  ["another topic", rows(["b", 0, 1], ["b", 0, 2])],
  ["two partitions", rows(["a", 0, 1], ["a", 1, 2])],
  ["fewer rows", rows(["a", 0, 1])],
])("%s is another token", (_what, other) => {
  expect(tokenOf(other)).not.toBe(tokenOf(rows(["a", 0, 1], ["a", 0, 2])));
});
