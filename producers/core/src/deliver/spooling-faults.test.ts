// Faults that the chaos tests found (infra/chaos), each as small as it can be shown.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SpoolUnavailable } from "../spool/faults.ts";
import { TopicSpool } from "../spool/topic-spool.ts";
import { createMemorySender } from "../kafka/memory-sender.ts";
import { MEMBERSHIP, roleDeleted } from "../testing/events.ts";
import { expectInOrder, spoolingSubject } from "../testing/spooling-subject.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-spooling-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The next one of a test finds what the last one left. */
const subject = (options: Parameters<typeof spoolingSubject>[1] = {}) => spoolingSubject(folder, options);

it("sends nothing twice that is acknowledged while it is read again", async () => {
  const first = await subject();
  first.goAway();
  await Promise.all(first.many(60).map(({ delivered }) => delivered));
  await first.recorder.close();

  const sender = createMemorySender({ topics: [MEMBERSHIP], partitions: 1 });
  const send = sender.send.bind(sender);
  const hanging = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  let [sends, asks, hangs] = [0, 0, false];
  // Two batches pass, so that the spool is left; the third hangs, so that the rest is read from it once more.
  sender.send = async (...batch) => {
    if (++sends === 3) {
      hangs = true;
      await hanging.promise;
    }
    return send(...batch);
  };
  const idOf = async (): Promise<number> => {
    if (hangs && ++asks === 1) {
      hanging.resolve();
      await vi.waitFor(() => expect(second.recorder.counts.delivered).toBeGreaterThanOrEqual(30));
      asked.resolve();
    }
    return 7;
  };
  const second = await subject({ sender, registry: { idOf }, batch: { maxEvents: 10 } });
  await asked.promise;
  await vi.waitFor(() => expect(second.recorder.counts.spoolWaiting).toBe(0));
  await second.recorder.close();
  expectInOrder(sender, 60);
});

it("does not send an empty batch where a lane's events went back to the spool while another lane was sending", async () => {
  await using it = await subject();
  const send = it.sender.send.bind(it.sender);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const sizes: number[] = [];
  it.sender.send = async (topic, partition, messages) => {
    sizes.push(messages.length);
    await released;
    return send(topic, partition, messages);
  };
  const all = it.many(50);
  await Promise.all(all.map(({ delivered }) => delivered));
  release();
  await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 50, spoolWaiting: 0 }));
  expect(sizes).not.toContain(0);
  expectInOrder(it.sender, 50);
});

it("does not send again what the broker acknowledged while the last one was closing", async () => {
  const first = await subject({
    sender: createMemorySender({ topics: [MEMBERSHIP], partitions: 1 }),
    batch: { maxEvents: 10 },
  });
  first.goAway();
  await Promise.all(first.many(50).map(({ delivered }) => delivered));
  const { sender } = first;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: sending, resolve: begun } = Promise.withResolvers<void>();
  first.comeBack();
  const send = sender.send.bind(sender);
  sender.send = async (...batch) => {
    begun();
    await released;
    return send(...batch);
  };
  await sending;
  const closed = first.recorder.close();
  setTimeout(release, 50);
  await closed;
  const again = createMemorySender({ topics: [MEMBERSHIP] });
  await using second = await subject({ sender: again });
  await vi.waitFor(() => expect(again.stored(MEMBERSHIP).length + sender.stored(MEMBERSHIP).length).toBe(50));
  await vi.waitFor(() => expect(second.recorder.counts.spoolWaiting).toBe(0));
  expect(sender.stored(MEMBERSHIP).length).toBeGreaterThan(0);
  expect(again.stored(MEMBERSHIP).length + sender.stored(MEMBERSHIP).length).toBe(50);
});

it("sends while the disk takes nothing, not even a schema", async () => {
  await using it = await subject({ domains: [] });
  await rm(join(folder, "schemas"), { recursive: true });
  await writeFile(join(folder, "schemas"), "in the way");
  expect(await it.record(roleDeleted()).delivered).toMatchObject({ stored: "topic" });
});

it("is not held up by a clock that is set back", async () => {
  let time = Date.now();
  await using it = await subject({ now: () => time });
  await it.record(roleDeleted()).delivered;
  it.goAway();
  const delivery = it.record(roleDeleted());
  await vi.waitFor(() => expect(it.recorder.counts.retries).toBeGreaterThan(0));
  time -= 3_600_000;
  it.comeBack();
  await delivery.delivered;
  await vi.waitFor(() => expect(it.recorder.counts).toMatchObject({ delivered: 2, spoolWaiting: 0 }));
});

it("puts what is under way onto disk although the disk failed when spooling started", async () => {
  await using it = await subject();
  const failing = vi
    .spyOn(TopicSpool.prototype, "append")
    .mockRejectedValueOnce(new SpoolUnavailable("append", "ENOSPC"));
  it.hang();
  const deliveries = it.many(50);
  const results = await Promise.all(deliveries.map(({ delivered }) => delivered));
  expect(results).toEqual(deliveries.map(() => ({ ok: true, stored: "spool" })));
  expect(it.problems).toContainEqual(expect.objectContaining({ kind: "spool", what: "unavailable" }));
  failing.mockRestore();
});
