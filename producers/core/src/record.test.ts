import { describe, expect, it } from "vitest";
import { FUTURE_TOLERANCE_MS, RETENTION_MS, uuidText } from "@audit-log/schemas";
import { denied, failure, folder, organization, project, serviceAccount, system, user } from "./index.ts";
import { MEMBERSHIP, roleDeleted } from "./testing/events.ts";
import { memoryRecorder, SCHEMA_ID } from "./testing/memory-recorder.ts";

describe("a recorded event", () => {
  it("is filled in from the catalogue, the clock and the recorder", async () => {
    await using subject = await memoryRecorder({ now: () => 1_700_000_000_000 });
    const delivery = subject.record(roleDeleted());
    const event = await subject.oneEvent();
    expect(event).toEqual({
      id: event.id,
      eventTime: 1_700_000_000_000,
      eventVersion: "1.0",
      eventName: "membership.role.delete",
      eventType: "ADMIN_ACTIVITY",
      category: "ADMINISTRATIVE",
      severity: "INFO",
      visibility: "PUBLIC",
      eventSource: "membership",
      region: "eu01",
      scope: { type: "PROJECT", id: "project-1" },
      context: { organizationId: null, folderId: null, projectId: "project-1" },
      initiator: { kind: "USER", id: "user-1", email: "ada@example.com" },
      delegation: [],
      request: null,
      sourceIpAddress: null,
      userAgent: null,
      resource: { type: event.resource.type, id: "role-1", name: "deployer" },
      outcome: { result: "SUCCESS", statusCode: null, message: null },
      correlationId: null,
      operationId: null,
      traceparent: null,
      result: null,
      producer: { id: "producer-1", sequence: 1 },
      truncations: [],
      details: { "audit.membership.RoleDeleted": { roleId: "role-1" } },
    });
    expect(uuidText(event.id)).toBe(delivery.id);
    expect(delivery.id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("carries what the input says", async () => {
    await using subject = await memoryRecorder({ now: () => Date.UTC(2026, 0, 3) });
    subject.record(
      roleDeleted({
        eventTime: new Date("2026-01-02T03:04:05.678Z"),
        context: { organizationId: "o-1", folderId: "f-1" },
        request: {
          endpoint: "/v2/x",
          method: "DELETE",
          headers: { accept: ["a", "b"], age: 5, none: undefined },
          parameters: { a: 1 },
          body: { b: 2n },
        },
        sourceIpAddress: "2001:db8::1",
        userAgent: "curl/8",
        correlationId: "c-1",
        operationId: "op-1",
        traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        result: { done: new Date(0) },
        delegation: [{ id: "d-1", email: "d@example.com" }, { id: "d-2" }],
        region: "eu02",
        severity: "ERROR",
        visibility: "PRIVATE",
        resource: { id: "r-1", type: "custom" },
      }),
    );
    expect(await subject.oneEvent()).toMatchObject({
      eventTime: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
      context: { organizationId: "o-1", folderId: "f-1", projectId: "project-1" },
      request: {
        endpoint: "/v2/x",
        method: "DELETE",
        headers: { accept: "a, b", age: "5" },
        parameters: '{"a":1}',
        body: '{"b":"2"}',
      },
      sourceIpAddress: "2001:db8::1",
      userAgent: "curl/8",
      correlationId: "c-1",
      operationId: "op-1",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      result: '{"done":"1970-01-01T00:00:00.000Z"}',
      delegation: [
        { id: "d-1", email: "d@example.com" },
        { id: "d-2", email: null },
      ],
      region: "eu02",
      severity: "ERROR",
      visibility: "PRIVATE",
      resource: { id: "r-1", type: "custom", name: null },
    });
  });

  it.each([
    [
      "a failure is an error",
      { outcome: failure(409, "conflict") },
      { severity: "ERROR", eventType: "ADMIN_ACTIVITY" },
    ],
    [
      "a denial is a policy's",
      { outcome: denied("no") },
      { severity: "INFO", eventType: "POLICY_DENIED", outcome: { statusCode: 403 } },
    ],
    [
      "a denial of the platform too",
      { outcome: denied("no", 401), initiator: system() },
      { eventType: "POLICY_DENIED" },
    ],
    [
      "the platform's own is a system event",
      { initiator: system() },
      { eventType: "SYSTEM_EVENT", initiator: { id: "system" } },
    ],
    [
      "a service account acts",
      { initiator: serviceAccount("s-1") },
      { initiator: { kind: "SERVICE_ACCOUNT", id: "s-1" } },
    ],
    ["a folder is its own ancestor", { scope: folder("f-1") }, { context: { folderId: "f-1", projectId: null } }],
    ["so is an organization", { scope: organization("o-1") }, { context: { organizationId: "o-1" } }],
  ])("%s", async (_name, changes, expected) => {
    await using subject = await memoryRecorder();
    subject.record(roleDeleted(changes));
    expect(await subject.oneEvent()).toMatchObject(expected);
  });

  it("may lie as far back and ahead as the worker takes it", async () => {
    const now = Date.UTC(2026, 0, 3);
    await using subject = await memoryRecorder({ now: () => now });
    const messages: string[] = [];
    for (const eventTime of [
      now - RETENTION_MS,
      now - RETENTION_MS - 1,
      now + FUTURE_TOLERANCE_MS,
      now + FUTURE_TOLERANCE_MS + 1,
      now / 1_000,
      now * 1_000,
    ]) {
      const result = await subject.record(roleDeleted({ eventTime })).delivered;
      messages.push(result.ok ? "stored" : result.message);
    }
    const ago = "eventTime: more than 90 days ago; milliseconds are expected, were these seconds?";
    const ahead = "eventTime: more than 24 hours ahead; milliseconds are expected, were these microseconds?";
    expect(messages).toEqual(["stored", ago, "stored", ahead, ago, ahead]);
  });

  it("does not change when the caller changes its objects afterwards", async () => {
    await using subject = await memoryRecorder();
    const input = {
      ...roleDeleted(),
      scope: { ...project("project-1") },
      details: { roleId: "before" },
      result: { state: "before" },
    };
    subject.record(input);
    input.scope.id = "project-2";
    input.details.roleId = "after";
    input.result.state = "after";
    expect(await subject.oneEvent()).toMatchObject({
      scope: { id: "project-1" },
      result: '{"state":"before"}',
      details: { "audit.membership.RoleDeleted": { roleId: "before" } },
    });
    expect(subject.sender.stored(MEMBERSHIP)[0]?.key).toBe("project-1");
  });

  it("has the schema's id in its header and a sequence without gaps", async () => {
    await using subject = await memoryRecorder();
    for (let n = 0; n < 3; n++) subject.record(roleDeleted());
    subject.record(roleDeleted({ scope: project("") }));
    subject.record(roleDeleted());
    await subject.recorder.flush();
    expect(subject.events().map((event) => event.producer.sequence)).toEqual([1, 2, 3, 4]);
    expect(subject.sender.stored(MEMBERSHIP).map(({ value }) => value.readInt32BE(1))).toEqual(
      Array(4).fill(SCHEMA_ID),
    );
  });

  it("recorded by a getter of another one keeps the sequence unique", async () => {
    await using subject = await memoryRecorder();
    const details = {
      get roleId() {
        subject.record(roleDeleted());
        return "outer";
      },
    };
    subject.record(roleDeleted({ details }));
    await subject.recorder.flush();
    expect(subject.events().map((event) => event.producer.sequence)).toEqual([1, 2]);
  });

  it("takes its initiator as given", () => {
    expect(user("u", "e")).toEqual({ kind: "USER", id: "u", email: "e" });
  });
});
