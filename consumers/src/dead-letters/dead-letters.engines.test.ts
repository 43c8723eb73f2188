// From poison to "stored once", on real Kafka, registry and ClickHouse, with the worker as a program: what is listed, what a replay sends, and
// what it does not.
import { deadLetterTopic, eventTopics } from "@audit-log/schemas";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { createInstallation, type Installation } from "./installation-of-test.ts";

const waiting = { timeout: 40_000, interval: 200 };
let it: Installation;

beforeAll(async () => {
  it = await createInstallation(`d${Date.now().toString(36)}`, {
    brokers: inject("kafkaBrokers"),
    registryUrl: inject("registryUrl"),
    clickhouse: inject("clickhouse"),
  });
});

afterAll(() => it[Symbol.asyncDispose]());

afterEach(() => it.stopWorker());

/** Everything that a command could change in Kafka. */
async function traces() {
  const topics = [deadLetterTopic(it.prefix), ...eventTopics(it.prefix)];
  const ends = await Promise.all(topics.map((name) => it.admin.fetchTopicOffsets(name)));
  const { groups } = await it.admin.listGroups();
  const ids = groups.map(({ groupId }) => groupId);
  return { ends, groups: ids.filter((id) => id !== `${it.prefix}-worker`).sort() };
}

test("an empty topic is answered soon", async () => {
  const before = performance.now();
  expect(await it.ops("list")).toMatchObject({
    code: 0,
    out: [],
    notes: [`no such letters in ${deadLetterTopic(it.prefix)}`],
  });
  expect(performance.now() - before).toBeLessThan(10_000);
});

test("the program ends with a sentence and a code, also where there is no such topic and no such broker", async () => {
  const { SCHEMA_REGISTRY_URL: _none, ...env } = it.env;
  expect(await it.program("list", env)).toMatchObject({ code: 0 });
  expect(await it.program("list", { ...env, AUDIT_PREFIX: "nowhere" })).toEqual({
    code: 1,
    said: expect.stringContaining("no dead letters under this name"),
  });
  expect(await it.program("list", { ...env, KAFKA_BROKERS: "127.0.0.1:1" })).toEqual({
    code: 1,
    said: expect.stringContaining("ECONNREFUSED"),
  });
  expect(await it.program("show 0@0", {})).toEqual({
    code: 1,
    said: expect.stringMatching(/KAFKA_BROKERS.*SCHEMA_REGISTRY_URL/),
  });
  expect(await it.program("replay", env)).toEqual({ code: 1, said: expect.stringContaining("--all") });
});

test("poison is listed with its reason; mended, it is replayed and stored once, however often it is replayed", async () => {
  const late = it.lateSchema();
  await it.restartWorker();
  const ids = await it.sendEvents(3, late.encode);
  const text = Buffer.from("hello, is this the audit log?");
  await it.producer.send({ topic: it.topic, messages: [{ key: "k", value: text }] });
  await it.producer.send({ topic: it.topic, messages: [{ key: "k", value: null }] });
  await vi.waitFor(async () => expect(await it.listed()).toHaveLength(5), waiting);

  const unknown = await it.listed(`--reason unknown-schema-id --topic ${it.topic}`);
  expect(unknown.map(({ eventId }) => String(eventId)).sort()).toEqual(ids);
  expect(unknown[0]).toMatchObject({
    topic: it.topic,
    schemaId: late.id,
    replayedAt: null,
    message: expect.stringContaining(String(late.id)),
  });
  expect(await it.listed(`--event ${ids[1]?.slice(0, 36)}`)).toMatchObject([{ eventId: ids[1] }]);
  expect(await it.listed("--since 1h --domain membership --reason null-value")).toHaveLength(1);
  expect(await it.listed("--until 1h")).toEqual([]);
  expect((await it.ops("list --summary")).out).toHaveLength(4);
  const [first] = unknown;
  expect(await it.listed(`--partition ${String(first?.["partition"])} --offset ${String(first?.["offset"])}`)).toEqual([
    first,
  ]);

  const shown = await it.ops(`show ${String(first?.["letter"])}`);
  expect(shown.out.join("\n")).toContain("it would come straight back: unknown-schema-id");
  expect((await it.ops("replay --reason unknown-schema-id --yes")).out).toContain("nothing to replay");

  await late.mend();
  expect((await it.ops(`show ${String(first?.["letter"])}`)).out.join("\n")).toContain("it would be stored");
  const quiet = await traces();
  const dry = await it.ops(`replay --topic ${it.topic} --dry-run`);
  expect(dry.out.filter((line) => line.startsWith("send "))).toHaveLength(3);
  expect(dry.out.filter((line) => line.startsWith("leave out "))).toHaveLength(2);
  expect((await it.ops("replay --all")).notes).toEqual([expect.stringContaining("nobody can be asked here")]);
  expect(await traces()).toEqual(quiet);

  await it.restartWorker();
  expect(await it.ops(`replay --topic ${it.topic} --yes`)).toMatchObject({
    code: 0,
    out: expect.arrayContaining(["to replay: 3 letters"]),
  });
  await vi.waitFor(async () => expect(await it.storedOf(ids)).toEqual(ids), waiting);
  expect(await it.listed("--open")).toHaveLength(2);
  expect((await it.listed("--reason unknown-schema-id")).every(({ replayedAt }) => replayedAt !== null)).toBe(true);

  const ends = (await traces()).ends;
  expect((await it.ops(`replay --topic ${it.topic} --yes`)).out).toContain("nothing to replay");
  expect((await traces()).ends).toEqual(ends);
  for (const _again of [1, 2]) await it.ops("replay --reason unknown-schema-id --again --yes");
  const marker = await it.sendEvents(20, late.encode);
  await vi.waitFor(async () => expect(await it.storedOf(marker)).toHaveLength(20), waiting);
  expect(await it.storedOf(ids)).toEqual(ids);
  expect(await it.listed()).toHaveLength(5);
  expect((await traces()).groups).toEqual(quiet.groups);
});

test("a replay sends the original's bytes, key and headers to the partition of its key", async () => {
  const value = Buffer.from("not framed, sent anyway");
  const [sent] = await it.producer.send({
    topic: it.topic,
    messages: [{ key: "some key", value, headers: { trace: "xyz" } }],
  });
  await it.restartWorker();
  await vi.waitFor(async () => expect(await it.listed(`--offset ${sent?.baseOffset}`)).toHaveLength(1), waiting);
  const [letter] = await it.listed(`--offset ${sent?.baseOffset}`);
  await it.stopWorker();
  await it.ops(`replay ${String(letter?.["letter"])} --anyway --yes`);
  await it.restartWorker();
  await vi.waitFor(async () => expect(await it.listed("--open --reason not-registry-framed")).toHaveLength(2), waiting);
  const [back] = await it.listed("--limit 1");
  expect(back).toMatchObject({ replayOf: letter?.["letter"], partition: sent?.partition, bytes: value.length });
  expect((await it.ops(`show ${String(back?.["letter"])}`)).out).toEqual(
    expect.arrayContaining(["key            some key", "header         trace: xyz"]),
  );
});
