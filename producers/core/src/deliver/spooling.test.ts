import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UnknownSchema } from "@audit-log/schemas";
import { NotRecorded, project, SpoolLocked } from "../index.ts";
import { createMemorySender } from "../kafka/memory-sender.ts";
import { MEMBERSHIP, roleDeleted } from "../testing/events.ts";
import { expectInOrder, spoolingSubject, storedIn } from "../testing/spooling-subject.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-spooling-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The next one of a test finds what the last one left. */
const subject = (options: Parameters<typeof spoolingSubject>[1] = {}) => spoolingSubject(folder, options);

describe("while the broker is away", () => {
  it("events go to disk, and from there to the broker in order, each once, before and beside what is recorded later", async () => {
    await using it = await subject();
    await Promise.all(it.many(20).map(({ delivered }) => delivered));
    it.goAway();
    const waiting = it.many(3_000, 20);
    expect(await Promise.all(waiting.map(({ delivered }) => delivered))).toEqual(
      waiting.map(() => ({ ok: true, stored: "spool" })),
    );
    expect(it.recorder.counts).toMatchObject({ waiting: 0, waitingBytes: 0, spoolWaiting: 3_000 });
    it.comeBack();
    it.many(500, 3_020);
    await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 3_520, spoolWaiting: 0 }));
    expectInOrder(it.sender, 3_520);
    // And the short way is open again.
    expect(await it.record(roleDeleted()).delivered).toMatchObject({ stored: "topic" });
  });

  it("what hangs under way is on disk too, and is not sent twice when its answer comes late", async () => {
    await using it = await subject();
    const answer = Promise.withResolvers<void>();
    const send = it.sender.send.bind(it.sender);
    it.sender.send = async (...batch) => {
      await answer.promise;
      return send(...batch);
    };
    const deliveries = it.many(50);
    expect((await Promise.all(deliveries.map(({ delivered }) => delivered))).every(({ ok }) => ok)).toBe(true);
    expect(it.recorder.counts).toMatchObject({ spooled: 50, waiting: 0 });
    answer.resolve();
    await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 50, spoolWaiting: 0 }));
    expectInOrder(it.sender, 50);
  });

  it("it can go away and come back again and again", async () => {
    await using it = await subject();
    let recorded = 0;
    for (let round = 0; round < 10; round++) {
      it.goAway();
      recorded += it.many(137, recorded).length;
      await vi.waitFor(() => expect(it.recorder.counts.waiting).toBe(0));
      it.comeBack();
      recorded += it.many(41, recorded).length;
      if (round % 2 === 0) await vi.waitFor(() => expect(it.recorder.counts.delivered).toBeGreaterThan(recorded - 60));
    }
    await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: recorded, spoolWaiting: 0 }));
    expectInOrder(it.sender, recorded);
  });

  it("a spool that is full leaves events in memory, tells it, and loses none where the broker returns in time", async () => {
    await using it = await subject({ maxBytes: 200_000 });
    it.goAway();
    it.many(1_500);
    await vi.waitFor(() =>
      expect(it.problems).toContainEqual(expect.objectContaining({ kind: "spool", what: "full" })),
    );
    expect(it.recorder.counts.waiting).toBeGreaterThan(0);
    it.comeBack();
    await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 1_500, spoolWaiting: 0 }), 10_000);
    expectInOrder(it.sender, 1_500);
  });
});

describe("another process", () => {
  it("sends what the last one left, before its own", async () => {
    const first = await subject();
    first.goAway();
    first.many(2_500);
    await first.recorder.close();
    expect(first.recorder.counts).toMatchObject({ spooled: 2_500, lost: { closed: 0, unconfirmed: 0 } });

    const sender = createMemorySender({ topics: [MEMBERSHIP] });
    await using second = await subject({ sender });
    second.many(10);
    await vi.waitFor(() => expect(second.recorder.counts).toMatchObject({ delivered: 2_510, spoolWaiting: 0 }));
    const producers = storedIn(sender).map(({ producer }) => producer.id);
    expect(producers.lastIndexOf(producers[0] ?? "")).toBeLessThan(producers.length);
    expect(new Set(storedIn(sender).map(({ id }) => id.toString("hex"))).size).toBe(2_510);
  });

  it("cannot have the folder at the same time", async () => {
    await using _first = await subject();
    await expect(subject({ startTimeoutMs: 20 })).rejects.toThrow(SpoolLocked);
  });

  it("starts without the registry where it was asked once before", async () => {
    await (await subject()).recorder.close();
    const registry = { idOf: () => Promise.reject<number>(new Error("fetch failed")) };
    await using it = await subject({ registry });
    expect(await it.record(roleDeleted()).delivered).toMatchObject({ stored: "topic" });
    expect(it.sender.stored(MEMBERSHIP)[0]?.value.readInt32BE(1)).toBe(7);
  });

  it("is refused all the same where the schema is not published", async () => {
    await (await subject()).recorder.close();
    const registry = { idOf: () => Promise.reject<number>(new UnknownSchema("404")) };
    await expect(subject({ registry })).rejects.toThrow("npm run schemas:publish");
  });
});

describe("durable", () => {
  it("resolves with the broker's answer where that is quick, and from disk where it is not", async () => {
    await using it = await subject({ spoolTimes: { bufferedMs: 60_000, durableMs: 5 } });
    expect(await it.record.durable(roleDeleted())).toMatchObject({ stored: "topic" });
    it.hang();
    it.record(roleDeleted());
    expect(await it.record.durable(roleDeleted())).toEqual({ ok: true, stored: "spool" });
    expect(it.recorder.counts.waiting).toBe(0);
  });

  it("rejects with what the caller did wrong", async () => {
    await using it = await subject();
    await expect(it.record.durable(roleDeleted({ scope: project("") }))).rejects.toMatchObject({
      name: "NotRecorded",
      reason: "refused",
      mayBeStored: false,
    });
  });
});

describe("strict", () => {
  it("resolves when the broker has it, also beside a full spool", async () => {
    await using it = await subject();
    expect(await it.record.strict(roleDeleted())).toMatchObject({ stored: "topic", offset: 0n });
  });

  it("rejects where the broker is away, and the event is stored nowhere", async () => {
    await using it = await subject({ strictTimeoutMs: 80 });
    it.goAway();
    it.many(3);
    await vi.waitFor(() => expect(it.recorder.counts.spooled).toBe(3));
    const refusal = await it.record.strict(roleDeleted()).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(NotRecorded);
    it.comeBack();
    await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 3, spoolWaiting: 0 }));
    await it.recorder.flush();
    expect(storedIn(it.sender)).toHaveLength(3);
  });

  it("says that it may be stored where it was sent", async () => {
    await using it = await subject({ strictTimeoutMs: 30 });
    it.hang();
    await expect(it.record.strict(roleDeleted())).rejects.toMatchObject({ reason: "unconfirmed", mayBeStored: true });
  });
});
