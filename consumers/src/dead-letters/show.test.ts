// One letter and a list of them, as people see them.
import { RegistryAway } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { NOW, example, rawRecord, recordOf, testRegistry } from "../testing/index.ts";
import { adviceOn, REASONS } from "./advice.ts";
import { list } from "./list.ts";
import { MemoryTopic } from "./memory-topic.ts";
import { show } from "./show.ts";
import { summary } from "./summary.ts";
import { createJudge, type Judge } from "./verdict.ts";

const added = example("membership.member.add");
const judge = createJudge(testRegistry, "audit", () => NOW);

function writing() {
  const out: string[] = [];
  const notes: string[] = [];
  return {
    out,
    notes,
    to: { out: (line: string) => void out.push(line), note: (line: string) => void notes.push(line) },
  };
}

function topicWith(...records: Parameters<MemoryTopic["add"]>[]): MemoryTopic {
  const topic = new MemoryTopic();
  for (const record of records) topic.add(...record);
  return topic;
}

async function shown(topic: MemoryTopic, offset = 0, by: Judge = judge) {
  const { out, notes, to } = writing();
  const found = await show(topic, { position: { partition: 0, offset }, save: undefined, json: false }, by, to);
  return { found, text: out.join("\n"), notes };
}

test("a letter that would be stored shows its event, without what lets somebody in", async () => {
  const request = {
    endpoint: "/v2",
    method: "PUT",
    headers: { accept: "json", authorization: "Bearer hush" },
    parameters: null,
    body: null,
  };
  const record = { ...recordOf(added, 7, { request }), headers: { trace: "abc", "x-api-key": "hush" } };
  const { text } = await shown(topicWith([record, "unknown-schema-id"]));
  expect(text).toContain("reason         unknown-schema-id");
  expect(text).toContain("from           audit.membership/0@7");
  expect(text).toContain("replayed now   it would be stored");
  expect(text).toContain("what to do     The registry does not know the id");
  expect(text).toContain('"eventName": "membership.member.add"');
  expect(text).toContain("header         trace: abc");
  expect(text).toContain('"authorization": "[hidden]"');
  // The first bytes are shown as they are; the header is far behind them.
  expect(text).not.toContain("hush");
});

test("a letter that would come back says why", async () => {
  const { text } = await shown(
    topicWith([rawRecord("audit.membership", 7, Buffer.from("hello?")), "not-registry-framed"]),
  );
  expect(text).toContain("it would come straight back: not-registry-framed");
  expect(text).toContain("68 65 6c 6c 6f 3f");
});

test("a record batch says that it cannot be replayed", async () => {
  const record = { ...rawRecord("audit.membership", 7, Buffer.alloc(61)), headers: { "audit-unit": "record-batch" } };
  const { text } = await shown(topicWith([record, "malformed-avro"]));
  expect(text).toContain("it cannot be: it is a whole record batch");
});

test("a registry that is away leaves the rest to be shown", async () => {
  const away: Judge = () => Promise.reject(new RegistryAway("no answer"));
  const { text, found } = await shown(topicWith([recordOf(added, 7), "unknown-schema-id"]), 0, away);
  expect(found).toBe(true);
  expect(text).toContain("replayed now   not known: no answer");
});

test("what a sender wrote does not act on the terminal", async () => {
  const record = { ...rawRecord("audit.membership", 7, null), headers: { trace: "\u001b[2J" } };
  const { text } = await shown(topicWith([record, "null-value", { message: "\u001b]0;x" }]));
  expect(text).not.toContain("\u001b");
});

test("there is no such letter", async () => {
  expect(await shown(topicWith([recordOf(added, 7), "null-value"]), 3)).toMatchObject({
    found: false,
    notes: ["there is no letter 0@3 in audit.dead-letter"],
  });
});

test("the list has a line per letter, newest first or oldest first, and says that there are more", async () => {
  const topic = topicWith(
    ...[0, 1, 2].map((index): Parameters<MemoryTopic["add"]> => [
      recordOf(added, index),
      "unknown-schema-id",
      { at: NOW + index },
    ]),
  );
  topic.addNote(0, NOW + 60_000, [1]);
  const filter = { filter: {}, open: false, limit: 2 };
  const newest = writing();
  await list(topic, { selection: filter, oldestFirst: false, json: false }, newest.to);
  expect(newest.out).toEqual([
    expect.stringMatching(/^LETTER +TIME +REASON +FROM +SIZE +SCHEMA +REPLAYED$/),
    expect.stringMatching(
      /^0@2 +2026-11-20T12:00:00\.002Z +unknown-schema-id +audit\.membership\/0@2 +\d+ B +\d+ +no$/,
    ),
    expect.stringMatching(/^0@1 .* 2026-11-20T12:01:00\.000Z$/),
  ]);
  expect(newest.notes).toEqual([expect.stringContaining("there are more than 2")]);
  const oldest = writing();
  await list(topic, { selection: filter, oldestFirst: true, json: true }, oldest.to);
  expect(oldest.out.map((line) => JSON.parse(line))).toMatchObject([
    { letter: "0@0", replayedAt: null, topic: "audit.membership", offset: 0, schemaId: 4 },
    { letter: "0@1", replayedAt: "2026-11-20T12:01:00.000Z" },
  ]);
});

test("the summary counts by reason", async () => {
  const topic = topicWith(
    [recordOf(added, 0), "unknown-schema-id"],
    [recordOf(added, 1), "unknown-schema-id", { at: NOW + 1_000 }],
    [recordOf(added, 2), "null-value"],
  );
  topic.addNote(0, NOW, [0]);
  const { out, to } = writing();
  await summary(topic, { selection: { filter: {}, open: false, limit: undefined }, json: true }, to);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { reason: "unknown-schema-id", letters: 2, notReplayed: 1, newest: "2026-11-20T12:00:01.000Z" },
    { reason: "null-value", letters: 1, notReplayed: 1 },
  ]);
});

test("there is advice on every reason, one sentence each", () => {
  for (const reason of REASONS) expect(adviceOn(reason)).toMatch(/^[A-Z][^]*\.$/);
  expect(new Set(REASONS.map(adviceOn)).size).toBe(REASONS.length);
  expect(adviceOn("newer")).toContain("does not know the reason");
});
