// How a team tests that its service records: the real recorder over a broker in memory, in any test framework.
import { afterEach, beforeEach, expect, it } from "vitest";
import { membership } from "@audit-log/membership";
import { NotRecorded, project, type Recorder, user } from "@audit-log/producer-core";
import { type RecordingProducer, recordingProducer } from "@audit-log/producer-core/testing";

/** The code under test: it grants a role only where the grant is on record. */
async function grantOwner(recorder: Recorder, roles: Map<string, string>, email: string): Promise<void> {
  const { membersAdded } = membership(recorder).membership;
  await membersAdded.strict({
    scope: project("project-1"),
    initiator: user("user-1", "ada@example.com"),
    resource: { id: "project-1" },
    details: { members: [{ subject: email, role: "owner" }] },
  });
  roles.set(email, "owner");
}

let audit: RecordingProducer;
beforeEach(async () => {
  audit = await recordingProducer();
});
afterEach(() => audit[Symbol.asyncDispose]());

it("records who became an owner", async () => {
  const roles = new Map<string, string>();
  await grantOwner(audit.recorder, roles, "grace@example.com");
  const [event] = await audit.events("membership.member.add");
  expect(event?.initiator.email).toBe("ada@example.com");
  expect(event?.details.members).toEqual([{ subject: "grace@example.com", role: "owner" }]);
  expect(roles.get("grace@example.com")).toBe("owner");
});

it("grants nothing while the log cannot be written", async () => {
  using _away = audit.brokerAway();
  const roles = new Map<string, string>();
  await expect(grantOwner(audit.recorder, roles, "grace@example.com")).rejects.toBeInstanceOf(NotRecorded);
  expect(roles.size).toBe(0);
});
