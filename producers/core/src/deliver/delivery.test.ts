import { describe, expect, it } from "vitest";
import { UnknownSchema } from "@audit-log/schemas";
import { createRecorder, project } from "../index.ts";
import { MEMBERSHIP, roleDeleted, testConfig } from "../testing/events.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";

const away = (): Error => new Error("broker away");

describe("delivery", () => {
  it("tells where an event is stored", async () => {
    await using subject = await memoryRecorder();
    const deliveries = [subject.record(roleDeleted()), subject.record(roleDeleted())];
    const results = await Promise.all(deliveries.map(({ delivered }) => delivered));
    const { partition } = subject.sender.stored(MEMBERSHIP)[0] ?? {};
    expect(results).toEqual([
      { ok: true, stored: "topic", topic: MEMBERSHIP, partition, offset: 0n },
      { ok: true, stored: "topic", topic: MEMBERSHIP, partition, offset: 1n },
    ]);
  });

  it("may be asked for after the fact, and again", async () => {
    await using subject = await memoryRecorder();
    const delivery = subject.record(roleDeleted());
    await subject.recorder.flush();
    expect(delivery.delivered).toBe(delivery.delivered);
    expect(await delivery.delivered).toMatchObject({ ok: true });
  });

  it("keeps the order of a scope through failures, and repeats a batch as it was", async () => {
    await using subject = await memoryRecorder({ batch: { maxEvents: 7 } });
    const sends: string[] = [];
    const send = subject.sender.send.bind(subject.sender);
    subject.sender.send = async (topic, partition, messages) => {
      sends.push(messages.map(({ value }) => value.toString("base64")).join());
      return send(topic, partition, messages);
    };
    subject.sender.failNext(away(), away(), away());
    for (let n = 0; n < 200; n++) subject.record(roleDeleted({ scope: project(`project-${n % 2}`) }));
    await subject.recorder.flush();
    for (const id of ["project-0", "project-1"]) {
      const seen = subject
        .events()
        .filter(({ scope }) => scope.id === id)
        .map(({ producer }) => producer.sequence);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen).toHaveLength(100);
    }
    expect(sends.length - new Set(sends).size).toBe(3);
    expect(subject.recorder.counts).toMatchObject({ recorded: 200, delivered: 200, retries: 3 });
    expect(subject.problems).toContainEqual({
      kind: "unavailable",
      what: "broker",
      topic: MEMBERSHIP,
      attempt: 1,
      message: "broker away",
    });
  });

  it("gives up the one event that the broker refuses, and only that", async () => {
    await using subject = await memoryRecorder({ memory: { maxBatchBytes: 3_000 }, batch: { maxEvents: 64 } });
    const deliveries = Array.from({ length: 20 }, (_, n) =>
      subject.record(roleDeleted({ result: { text: "x".repeat(n === 11 ? 5_000 : 10) } })),
    );
    await subject.recorder.flush();
    const results = await Promise.all(deliveries.map(({ delivered }) => delivered));
    expect(results.flatMap((result, index) => (result.ok ? [] : [[index, result.reason]]))).toEqual([[11, "rejected"]]);
    expect(subject.events().map(({ producer }) => producer.sequence)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    expect(subject.recorder.counts).toMatchObject({
      delivered: 19,
      lost: { rejected: 1 },
      waiting: 0,
      waitingBytes: 0,
    });
  });

  it("does not let a topic that is missing hold up another", async () => {
    await using subject = await memoryRecorder();
    const missing = subject.recorder.event("resource-manager.folder.delete")({
      ...roleDeleted(),
      details: { containerId: "f" },
    });
    expect(await subject.record(roleDeleted()).delivered).toMatchObject({ ok: true });
    subject.sender.createTopic("audit.resource-manager");
    expect(await missing.delivered).toMatchObject({ ok: true, topic: "audit.resource-manager" });
  });

  it("waits for a registry that is away, and for a schema that is published late", async () => {
    const answers = [new TypeError("fetch failed"), new UnknownSchema("404"), 9];
    const idOf = async (): Promise<number> => {
      const answer = answers.shift() ?? 9;
      if (typeof answer === "number") return answer;
      throw answer;
    };
    await using subject = await memoryRecorder({ domains: [], registry: { idOf } });
    expect(await subject.record(roleDeleted()).delivered).toMatchObject({ ok: true });
    expect(subject.sender.stored(MEMBERSHIP)[0]?.value.readInt32BE(1)).toBe(9);
    expect(subject.problems.map(({ kind }) => kind)).toEqual(["unavailable", "schema-not-published"]);
  });
});

describe("a full buffer", () => {
  it.each([
    ["events", { maxEvents: 3 }, 3],
    ["bytes", { maxBytes: 1_000 }, 5],
  ])("bounded by %s is told, shows as a gap, and has room again later", async (_name, buffer, room) => {
    await using subject = await memoryRecorder({ buffer });
    const deliveries = Array.from({ length: 10 }, () => subject.record(roleDeleted()));
    const results = await Promise.all(deliveries.map(({ delivered }) => delivered));
    expect(results.filter(({ ok }) => ok)).toHaveLength(room);
    expect(results.at(-1)).toMatchObject({ ok: false, reason: "buffer-full" });
    expect(subject.recorder.counts).toMatchObject({
      recorded: 10,
      delivered: room,
      lost: { "buffer-full": 10 - room },
    });
    expect(subject.problems).toHaveLength(10 - room);
    expect(await subject.record(roleDeleted()).delivered).toMatchObject({ ok: true });
    expect(subject.events().at(-1)?.producer.sequence).toBe(11);
  });
});

describe("flush", () => {
  it("waits for what was recorded before it, not for what comes after", async () => {
    await using subject = await memoryRecorder();
    const before = subject.record(roleDeleted());
    const flushed = subject.recorder.flush();
    const gate = Promise.withResolvers<void>();
    const send = subject.sender.send.bind(subject.sender);
    subject.sender.send = async (...batch) => {
      if (subject.recorder.counts.delivered > 0) await gate.promise;
      return send(...batch);
    };
    await before.delivered;
    const after = subject.record(roleDeleted());
    await flushed;
    expect(subject.recorder.counts).toMatchObject({ delivered: 1, waiting: 1 });
    gate.resolve();
    expect(await after.delivered).toMatchObject({ ok: true });
  });

  it("resolves at once where nothing waits", async () => {
    await using subject = await memoryRecorder();
    await subject.recorder.flush();
    await subject.recorder.flush();
  });
});

describe("close", () => {
  it("delivers what waits, once, and refuses what comes later", async () => {
    const subject = await memoryRecorder();
    const delivery = subject.record(roleDeleted());
    const closing = subject.recorder.close();
    expect(subject.recorder.close()).toBe(closing);
    await closing;
    expect(await delivery.delivered).toMatchObject({ ok: true });
    expect(subject.sender.closed).toBe(true);
    expect(await subject.record(roleDeleted()).delivered).toMatchObject({ ok: false, reason: "closed" });
    expect(subject.events()).toHaveLength(1);
  });

  it("gives up after a bounded time and says of each event whether it may be stored", async () => {
    const subject = await memoryRecorder({ closeTimeoutMs: 20, batch: { maxEvents: 2 } });
    subject.sender.send = () => new Promise(() => {});
    const deliveries = Array.from({ length: 5 }, () => subject.record(roleDeleted()));
    await subject.recorder.close();
    const results = await Promise.all(deliveries.map(({ delivered }) => delivered));
    expect(results.map((result) => (result.ok ? "ok" : result.reason))).toEqual([
      "unconfirmed",
      "unconfirmed",
      "closed",
      "closed",
      "closed",
    ]);
    expect(subject.recorder.counts).toMatchObject({ lost: { unconfirmed: 2, closed: 3 }, waiting: 0, waitingBytes: 0 });
    expect(subject.problems.map(({ kind }) => kind)).toEqual(Array(5).fill("event-lost"));
  });

  it("does not count an answer that comes too late", async () => {
    const subject = await memoryRecorder({ closeTimeoutMs: 10 });
    const answer = Promise.withResolvers<bigint>();
    subject.sender.send = () => answer.promise;
    const delivery = subject.record(roleDeleted());
    await subject.recorder.close();
    answer.resolve(0n);
    await answer.promise;
    await new Promise(setImmediate);
    expect(await delivery.delivered).toMatchObject({ ok: false, reason: "unconfirmed" });
    expect(subject.recorder.counts).toMatchObject({ delivered: 0, waiting: 0 });
  });

  it("happens at the end of `await using`", async () => {
    const subject = await memoryRecorder();
    {
      await using recorder = subject.recorder;
      expect(recorder.counts.recorded).toBe(0);
      subject.record(roleDeleted());
    }
    expect(subject.events()).toHaveLength(1);
  });
});

describe("a recorder", () => {
  it("is not created where a schema was never published", async () => {
    const registry = { idOf: () => Promise.reject<number>(new UnknownSchema("404")) };
    await expect(createRecorder(testConfig(), { registry })).rejects.toThrow("npm run schemas:publish");
  });

  it("is created although the registry never answers", async () => {
    const registry = { idOf: () => new Promise<number>(() => {}) };
    await using subject = await memoryRecorder({ registry, startTimeoutMs: 10, closeTimeoutMs: 10 });
    subject.record(roleDeleted());
    await subject.recorder.close();
    expect(subject.recorder.counts.lost.closed).toBe(1);
  });

  it("survives a listener that throws", async () => {
    await using subject = await memoryRecorder({
      onProblem: () => {
        throw new Error("listener");
      },
    });
    subject.record(roleDeleted({ scope: project("") }));
    expect(await subject.record(roleDeleted()).delivered).toMatchObject({ ok: true });
  });

  it("does not know an event that is not in the catalogue", async () => {
    await using subject = await memoryRecorder();
    expect(() => subject.recorder.event("no.such.event" as never)).toThrow(RangeError);
  });
});
