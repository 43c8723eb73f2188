// A letter as the worker writes it is read back whole, and what a replay sends is the original.
import { uuidText } from "@audit-log/schemas";
import { expect, test } from "vitest";
import type { FetchedRecord } from "../record.ts";
import { NOW, example, rawRecord, recordOf } from "../testing/index.ts";
import { eventIdOf, headerText, letterOf, type Letter } from "./letter.ts";
import { MemoryTopic } from "./memory-topic.ts";
import { noteOf } from "./note.ts";
import { replayed } from "./send.ts";

const added = example("membership.member.add");
const record: FetchedRecord = { ...recordOf(added, 42), headers: { trace: Buffer.from("abc"), many: ["1", "2"] } };

function letter(of = record): Letter {
  const topic = new MemoryTopic();
  topic.add(of, "unknown-schema-id", { at: NOW + 5, partition: 3 });
  const [message] = topic.messages;
  return message === undefined ? expect.unreachable("it was added") : letterOf(message);
}

test("everything that the worker said is read back", () => {
  expect(letter()).toMatchObject({
    position: { partition: 3, offset: 0 },
    at: NOW + 5,
    reason: "unknown-schema-id",
    message: "because",
    origin: { topic: "audit.membership", partition: 0, offset: 42, timestamp: NOW },
    workerVersion: "test",
    isBatch: false,
    replayOf: undefined,
  });
});

test("a replay sends the original key, value and headers, and whose replay it is", () => {
  const { key, value, headers } = replayed(letter());
  expect({ key, value, headers }).toEqual({
    key: record.key,
    value: record.value,
    headers: { ...record.headers, "audit-replay-of": "3@0" },
  });
});

test("a letter that is a replay which came back says so, and its own replay names it alone", () => {
  const back = letter({ ...record, headers: { ...record.headers, "audit-replay-of": Buffer.from("0@7") } });
  expect(back.replayOf).toBe("0@7");
  expect(headerText(replayed(back).headers, "audit-replay-of")).toBe("3@0");
});

test("the event's id is read without the schema, also from a truncated event", () => {
  const id = uuidText(added.event.id);
  expect(eventIdOf(letter())).toBe(id);
  expect(eventIdOf(letter({ ...record, value: record.value?.subarray(0, 30) ?? null }))).toBe(id);
});

test.each([
  ["null", null],
  ["text", Buffer.from("hello, is this the audit log?")],
  ["too short", record.value?.subarray(0, 20) ?? null],
  ["some other Avro", Buffer.alloc(60)],
  ["an id of another version", Buffer.concat([Buffer.alloc(5), Buffer.alloc(60, 0x8f)])],
  ["an id of another variant", Buffer.concat([Buffer.alloc(5), Buffer.alloc(60, 0x7f)])],
])("%s has no event id", (_what, value) => {
  expect(eventIdOf(letter({ ...rawRecord(record.topic, 1, value), headers: record.headers }))).toBeUndefined();
});

test("a message that no worker wrote is a letter without origin", () => {
  const bare = letterOf({ partition: 0, offset: 1, timestamp: NOW, key: null, value: null, headers: {} });
  expect(bare).toMatchObject({ reason: "(no reason given)", origin: undefined, schemaId: undefined });
});

test("a note that cannot be read names nothing", () => {
  const headers = { "audit-note": "replayed" };
  for (const text of ["{", "3", '{"replayed":[[1],["a",2],null]}']) {
    const note = noteOf({ partition: 0, offset: 1, timestamp: NOW, key: null, value: Buffer.from(text), headers });
    expect(note).toEqual({ at: NOW, replayed: [] });
  }
});
