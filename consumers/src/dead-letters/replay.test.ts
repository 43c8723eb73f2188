// Planning and sending on ports in memory: what is left out and why, in which order it is sent, and that a note follows every group.
import { topicOf } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { FOREIGN_SCHEMA_ID, NOW, example, rawRecord, recordOf, testRegistry } from "../testing/index.ts";
import { MemoryTopic } from "./memory-topic.ts";
import { replay } from "./replay.ts";
import { createJudge } from "./verdict.ts";
import type { ReplayOptions } from "./arguments.ts";

const added = example("membership.member.add");
const everything: ReplayOptions = {
  selection: { filter: {}, open: false, limit: undefined },
  dryRun: false,
  yes: true,
  again: false,
  anyway: false,
};

/** Letters, by their offset: 0 and 1 would be stored, the others not. */
function letters(): MemoryTopic {
  const topic = new MemoryTopic();
  topic.add(recordOf(added, 0), "unknown-schema-id");
  topic.add(recordOf(added, 1), "malformed-avro");
  topic.add(rawRecord(topicOf("membership"), 2, null), "null-value");
  topic.add(recordOf(added, 3, { eventTime: 0 }), "time-before-retention");
  topic.add(rawRecord("somewhere.else", 4, recordOf(added, 0).value), "unknown-schema-id");
  const batch = { ...rawRecord(topicOf("membership"), 5, Buffer.alloc(80)), headers: { "audit-unit": "record-batch" } };
  topic.add(batch, "malformed-avro");
  const foreign = Buffer.alloc(5);
  foreign.writeInt32BE(FOREIGN_SCHEMA_ID, 1);
  topic.add(rawRecord(topicOf("membership"), 6, foreign), "not-an-event-schema");
  return topic;
}

async function run(topic: MemoryTopic, options: Partial<ReplayOptions> = {}, answer = true) {
  const sent: string[] = [];
  const said: string[] = [];
  const producer = {
    sendBatch: ({ topicMessages = [] }: { topicMessages?: { topic: string; messages: { headers?: object }[] }[] }) => {
      for (const { topic, messages } of topicMessages)
        for (const { headers = {} } of messages)
          sent.push(`${topic} ${String(Reflect.get(headers, "audit-replay-of"))}`);
      return Promise.resolve([]);
    },
    send: ({ messages }: { messages: { value: string | Buffer | null; partition?: number }[] }) => {
      sent.push(`note ${String(messages[0]?.partition)} ${String(messages[0]?.value)}`);
      return Promise.resolve([]);
    },
  };
  const done = await replay(
    {
      topic,
      judge: createJudge(testRegistry, "audit", () => NOW),
      producer: () => Promise.resolve(producer),
      confirm: (question) => (said.push(question), Promise.resolve(answer)),
    },
    { ...everything, ...options },
    { out: (line) => said.push(line), note: () => {} },
  );
  return { done, sent, said };
}

const membership = topicOf("membership");

test("what would be stored is sent, what would come straight back is left out with the reason", async () => {
  const { sent, said } = await run(letters());
  expect(sent).toEqual([`${membership} 0@0`, `${membership} 0@1`, 'note 0 {"replayed":[[0,1]]}']);
  expect(said.sort()).toEqual(
    [
      "left out: 1 would come straight back (not-an-event-schema), such as 0@6: schema 99: not an event's:  record Other became Event",
      "left out: 1 would come straight back (null-value), such as 0@2: the value is not an Avro message",
      "left out: 1 would come straight back (time-before-retention), such as 0@3: event time 1970-01-01T00:00:00.000Z is more than 90 days ago",
      "left out: 2 cannot be replayed, such as 0@5: it is a whole record batch as Kafka stored it, not one message: `show --save` gives its bytes",
      "replayed 2 letters: sent to where they came from, and remembered as replayed",
      "to audit.membership: 2",
      "to replay: 2 letters",
    ].sort(),
  );
});

test("--anyway sends what would come back, but neither a record batch nor to a topic that is not ours", async () => {
  const { sent } = await run(letters(), { anyway: true });
  expect(sent).toEqual([
    ...["0@0", "0@1", "0@2", "0@3", "0@6"].map((position) => `${membership} ${position}`),
    'note 0 {"replayed":[[0,3],[6,6]]}',
  ]);
});

test("what was replayed is not sent again, unless it is asked for", async () => {
  const topic = letters();
  topic.addNote(0, NOW, [0]);
  expect((await run(topic)).sent).toEqual([`${membership} 0@1`, 'note 0 {"replayed":[[1,1]]}']);
  topic.addNote(0, NOW, [1]);
  const second = await run(topic);
  expect(second.sent).toEqual([]);
  expect(second.said).toContain("nothing to replay");
  expect((await run(topic, { again: true })).sent).toContain('note 0 {"replayed":[[0,1]]}');
});

test("a dry run says every letter and sends nothing", async () => {
  const { sent, said } = await run(letters(), { dryRun: true });
  expect(sent).toEqual([]);
  expect(said.filter((line) => line.startsWith("send "))).toEqual([
    expect.stringMatching(/^send 0@0 {2}unknown-schema-id .* to audit\.membership {2}\(was audit\.membership\/0@0\)$/),
    expect.stringMatching(/^send 0@1 {2}malformed-avro/),
  ]);
  expect(said.filter((line) => line.startsWith("leave out "))).toHaveLength(5);
  expect(said.at(-1)).toBe("dry run: nothing was sent");
});

test("a person is asked, and a no is a no", async () => {
  const refused = await run(letters(), { yes: false }, false);
  expect(refused).toMatchObject({ done: false, sent: [] });
  expect(refused.said).toContain("Replay 2 letters? [y/N] ");
  expect((await run(letters(), { yes: false }, true)).sent).toHaveLength(3);
});

test("groups are bounded, each is followed by its note, and gaps are read across", async () => {
  const topic = new MemoryTopic();
  for (let index = 0; index < 1_100; index++)
    topic.add(index % 2 === 0 ? recordOf(added, index) : rawRecord(membership, index, null), "malformed-avro");
  const { sent } = await run(topic);
  const notes = sent.flatMap((line, index) => (line.startsWith("note") ? [index] : []));
  expect(notes).toEqual([200, 401, 552]);
  expect(sent.filter((line) => !line.startsWith("note"))).toEqual(
    Array.from({ length: 550 }, (_, index) => `${membership} 0@${index * 2}`),
  );
});
