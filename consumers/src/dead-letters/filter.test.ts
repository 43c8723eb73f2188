// Each filter finds its letters and no others.
import { uuidText } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { NOW, example, rawRecord, recordOf } from "../testing/index.ts";
import type { LetterFilter } from "./filter.ts";
import { positionText } from "./letter.ts";
import { MemoryTopic } from "./memory-topic.ts";
import { selected } from "./select.ts";

const added = example("membership.member.add");
const id = uuidText(added.event.id);

const topic = new MemoryTopic();
topic.add(recordOf(added, 10), "unknown-schema-id", { at: NOW });
topic.add(rawRecord("audit.billing", 11, null), "null-value", { at: NOW + 1_000 });
topic.add({ ...rawRecord("audit.membership", 10, null), partition: 2 }, "null-value", { at: NOW + 2_000 });
topic.put(0, NOW + 3_000, null, Buffer.from("who wrote this?"), {});

test.each<[string, LetterFilter, string[]]>([
  ["nothing", {}, ["0@3", "0@2", "0@1", "0@0"]],
  ["a reason", { reasons: ["null-value"] }, ["0@2", "0@1"]],
  ["two reasons", { reasons: ["null-value", "unknown-schema-id"] }, ["0@2", "0@1", "0@0"]],
  ["a topic", { topics: ["audit.membership"] }, ["0@2", "0@0"]],
  ["since, inclusive", { since: NOW + 1_000 }, ["0@3", "0@2", "0@1"]],
  ["until, inclusive", { until: NOW + 1_000 }, ["0@1", "0@0"]],
  ["where it was", { partition: 0, offset: 10 }, ["0@0"]],
  ["an offset", { offset: 10 }, ["0@2", "0@0"]],
  ["an event", { event: id.replaceAll("-", "") }, ["0@0"]],
  ["an event's beginning", { event: id.slice(0, 6) }, ["0@0"]],
  ["another event", { event: "ffff" }, []],
  [
    "positions",
    {
      positions: [
        { partition: 0, offset: 1 },
        { partition: 1, offset: 0 },
      ],
    },
    ["0@1"],
  ],
  ["all at once", { reasons: ["null-value"], topics: ["audit.billing"], since: NOW, offset: 11 }, ["0@1"]],
  ["what contradicts itself", { reasons: ["null-value"], event: id.slice(0, 6) }, []],
])("%s", async (_what, filter, expected) => {
  const seen = await Array.fromAsync(selected(topic, { filter, open: false, limit: undefined }, () => true));
  expect(seen.map(({ position }) => positionText(position))).toEqual(expected);
});
