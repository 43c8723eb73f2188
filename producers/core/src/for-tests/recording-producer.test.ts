import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import { BatchRefused, NotRecorded, project, runInContext, user } from "../index.ts";
import { eventSenderContract } from "../testing/event-sender.contract.ts";
import { type RecordingProducer, recordingProducer } from "./index.ts";

/** The broker that teams test against keeps the promises of the real one. */
eventSenderContract("the sender of recordingProducer()", async () => {
  const { sender, recorder } = await recordingProducer();
  return {
    sender,
    topic: "audit.membership",
    stored: async (topic, partition) =>
      sender
        .stored(topic)
        .filter((message) => message.partition === partition)
        .map(({ key, value }) => ({ key, value })),
    [Symbol.asyncDispose]: () => recorder.close(),
  };
});

describe("recordingProducer()", () => {
  let producer: RecordingProducer;
  beforeEach(async () => {
    producer = await recordingProducer();
  });
  afterEach(() => producer[Symbol.asyncDispose]());

  const roleDeleted = () => producer.recorder.event<{ roleId: string }>("membership.role.delete");
  const role = (id: string) => ({
    scope: project("project-1"),
    initiator: user("user-1"),
    resource: { id },
    details: { roleId: id },
  });

  it("shows events as they are stored: whole, redacted, with typed details", async () => {
    roleDeleted()({ ...role("role-1"), request: { endpoint: "/", body: { password: "hunter2", name: "x" } } });
    const events = await producer.events("membership.role.delete");
    expectTypeOf(events[0]!.details).toEqualTypeOf<{ roleId: string }>();
    expect(events).toMatchObject([
      {
        eventName: "membership.role.delete",
        details: { roleId: "role-1" },
        region: "eu01",
        request: { body: '{"password":"[redacted]","name":"x"}' },
      },
    ]);
    expect(events[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(events[0]?.details).toStrictEqual({ roleId: "role-1" });
  });

  it("tells events of several names and domains apart, in the order of recording", async () => {
    const added = producer.recorder.event<{ members: object[] }>("membership.member.add");
    const deleted = producer.recorder.event<{ containerId: string }>("resource-manager.project.delete");
    deleted({ ...role("p-1"), details: { containerId: "p-1" } });
    roleDeleted()(role("role-1"));
    added({ ...role("p-2"), details: { members: [{ subject: "grace", role: "owner" }] } });
    expect((await producer.events()).map(({ resource }) => resource.id)).toEqual(["p-1", "role-1", "p-2"]);
    const [event] = await producer.events("membership.member.add");
    expect(event?.details.members.map(({ subject }) => subject)).toEqual(["grace"]);
  });

  it("forgets on demand", async () => {
    roleDeleted()(role("role-1"));
    await producer.clear();
    roleDeleted()(role("role-2"));
    expect((await producer.events()).map(({ resource }) => resource.id)).toEqual(["role-2"]);
  });

  it("delivers after a failure that passes", async () => {
    producer.failNext();
    await expect(roleDeleted().strict(role("role-1"))).resolves.toMatchObject({ stored: "topic" });
    expect(producer.problems).toMatchObject([{ kind: "unavailable", what: "broker" }]);
  });

  it("lets a strict event fail: refused for good", async () => {
    producer.failNext(new BatchRefused("no"));
    await expect(roleDeleted().strict(role("role-1"))).rejects.toMatchObject({ reason: "rejected" });
    expect(await producer.events()).toEqual([]);
  });

  it("lets a strict event fail: the broker is away, and comes back", async () => {
    {
      using _away = producer.brokerAway();
      const refused = roleDeleted().strict(role("role-1"));
      await expect(refused).rejects.toBeInstanceOf(NotRecorded);
      await expect(refused).rejects.toMatchObject({ mayBeStored: false });
      expect(await producer.events()).toEqual([]);
      roleDeleted()(role("role-2"));
    }
    expect((await producer.events()).map(({ resource }) => resource.id)).toEqual(["role-2"]);
  });

  it("takes the context of a request, and refuses what is no event", async () => {
    runInContext({ initiator: user("ada") }, () => roleDeleted()({ ...role("role-1"), initiator: undefined }));
    const refused = await roleDeleted()({ ...role("role-2"), initiator: undefined }).delivered;
    expect(refused).toMatchObject({ ok: false, reason: "refused" });
    expect((await producer.events()).map(({ initiator }) => initiator.id)).toEqual(["ada"]);
  });

  it("may be disposed of while the broker is away", async () => {
    producer.brokerAway();
    const { delivered } = roleDeleted()(role("role-1"));
    await producer[Symbol.asyncDispose]();
    expect(await delivered).toMatchObject({ ok: false, reason: "closed" });
    expect(await producer.events()).toEqual([]);
  });
});
