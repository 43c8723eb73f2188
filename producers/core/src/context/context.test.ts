import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { amendContext, currentContext, type EventInput, folder, organization, project } from "../index.ts";
import { runInContext, serviceAccount, system, user, withoutContext } from "../index.ts";
import type { RoleDeletedDetails } from "../testing/events.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";

/** What a product team writes within a request. */
const short = (changes: Partial<EventInput<RoleDeletedDetails>> = {}): EventInput<RoleDeletedDetails> => ({
  scope: project("project-1"),
  resource: { id: "role-1" },
  details: { roleId: "role-1" },
  ...changes,
});

const ada = user("user-1", "ada@example.com");

describe("an event recorded in a context", () => {
  it("carries what the context knows", async () => {
    await using subject = await memoryRecorder();
    const known = {
      sourceIpAddress: "192.0.2.7",
      userAgent: "curl/8",
      correlationId: "c-1",
      operationId: "op-1",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    };
    runInContext({ ...known, initiator: ada, request: { endpoint: "/v2/x", method: "POST" } }, () =>
      subject.record(short()),
    );
    expect(await subject.oneEvent()).toMatchObject({
      ...known,
      initiator: ada,
      request: { endpoint: "/v2/x", method: "POST" },
      outcome: { result: "SUCCESS" },
    });
  });

  it("says itself what it says", async () => {
    await using subject = await memoryRecorder();
    const known = { initiator: ada, request: { endpoint: "/v2/x", method: "POST" }, sourceIpAddress: "192.0.2.7" };
    const own = { initiator: system("janitor"), request: { endpoint: "/own" }, sourceIpAddress: "192.0.2.8" };
    runInContext(known, () => subject.record(short(own)));
    expect(await subject.oneEvent()).toMatchObject({ ...own, request: { endpoint: "/own", method: null } });
  });

  it("is refused where neither names an initiator, with a message that says where to", async () => {
    await using subject = await memoryRecorder();
    expect(await runInContext({ userAgent: "curl/8" }, () => subject.record(short())).delivered).toEqual({
      ok: false,
      reason: "refused",
      message: "initiator: expected in the input or in the request's context (runInContext, amendContext)",
    });
    expect(subject.problems).toMatchObject([{ kind: "event-lost", reason: "refused" }]);
  });

  it.each([
    ["the context's initiator", {}, [{ id: "user-2", email: null }]],
    ["another initiator", { initiator: ada }, []],
  ])("has the context's delegation with %s", async (_name, changes, delegation) => {
    await using subject = await memoryRecorder();
    const known = { initiator: serviceAccount("sa-1"), delegation: [{ id: "user-2" }] };
    runInContext(known, () => subject.record(short(changes)));
    expect(await subject.oneEvent()).toMatchObject({ delegation });
  });

  it.each([
    [project("p"), { organizationId: "o-1", folderId: "f-1", projectId: "p" }],
    [folder("f"), { organizationId: "o-1", folderId: "f", projectId: null }],
    [organization("o"), { organizationId: "o", folderId: null, projectId: null }],
  ])("has the ancestors above its own scope: $type", async (scope, context) => {
    await using subject = await memoryRecorder();
    const known = { initiator: ada, context: { organizationId: "o-1", folderId: "f-1", projectId: "p-1" } };
    runInContext(known, () => subject.record(short({ scope })));
    expect(await subject.oneEvent()).toMatchObject({ context });
  });
});

describe("a context", () => {
  it("is what `run` sees, and its answer comes back", () => {
    expect(runInContext({ correlationId: "c-1" }, currentContext)).toEqual({ correlationId: "c-1" });
    expect(currentContext()).toBeUndefined();
  });

  it("is inherited by a nested one, which keeps its own to itself", () => {
    runInContext({ initiator: ada, correlationId: "c-1" }, () => {
      runInContext({ correlationId: undefined, operationId: "op-1" }, () => {
        amendContext({ userAgent: "curl/8" });
        expect(currentContext()).toEqual({
          initiator: ada,
          correlationId: "c-1",
          operationId: "op-1",
          userAgent: "curl/8",
        });
      });
      expect(currentContext()).toEqual({ initiator: ada, correlationId: "c-1" });
    });
  });

  it("is amended for all of the request, also for who called the amending work", async () => {
    await runInContext({ correlationId: "c-1" }, async () => {
      await turn().then(() => amendContext({ initiator: ada }));
      expect(currentContext()).toEqual({ correlationId: "c-1", initiator: ada });
    });
  });

  it("gives a new initiator nobody's delegation", () => {
    runInContext({ initiator: serviceAccount("sa-1"), delegation: [{ id: "user-2" }] }, () => {
      amendContext({ initiator: ada });
      expect(currentContext()?.delegation).toBeUndefined();
    });
  });

  it("cannot be amended where there is none", () => {
    expect(amendContext({ initiator: ada })).toBe(false);
    expect(withoutContext(() => amendContext({ initiator: ada }))).toBe(false);
  });

  it("is left by the platform's own work", () => {
    runInContext({ initiator: ada }, () => {
      expect(withoutContext(currentContext)).toBeUndefined();
      expect(currentContext()).toEqual({ initiator: ada });
    });
  });

  it("never shows in another request, however their work interleaves", async () => {
    await using subject = await memoryRecorder();
    const request = (n: number) =>
      runInContext({ correlationId: `c-${n}` }, async () => {
        for (let turns = n % 7; turns >= 0; turns--) await turn();
        amendContext({ initiator: user(`user-${n}`) });
        for (let turns = (n * 3) % 5; turns >= 0; turns--) await turn();
        await Promise.all([
          turn().then(() => subject.record(short({ resource: { id: `a-${n}` } }))),
          runInContext({ operationId: `op-${n}` }, async () => {
            await turn();
            subject.record(short({ resource: { id: `b-${n}` } }));
          }),
        ]);
      });
    await Promise.all(Array.from({ length: 50 }, (_, n) => request(n)));
    await subject.recorder.flush();
    const seen = subject
      .events()
      .map(({ resource, correlationId, initiator, operationId }) =>
        [resource.id, correlationId, initiator.id, operationId].join(),
      );
    const expected = Array.from({ length: 50 }, (_, n) => [
      `a-${n},c-${n},user-${n},`,
      `b-${n},c-${n},user-${n},op-${n}`,
    ]);
    expect(seen.sort()).toEqual(expected.flat().sort());
  });
});
