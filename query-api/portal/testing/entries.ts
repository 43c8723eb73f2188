// Entries as /v3 shows them, for tests: ordinary ones, and ones that mean harm.
import type { Entry } from "../src/reading/entry.ts";

export const organizationId = "2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20";
export const folderId = "5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30";
export const projectId = "8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10";

export const entryId = (number: number): string => `019cff5a-1d3a-7b6e-8f21-${number.toString(16).padStart(12, "0")}`;

/** `number` counts back in time: 0 is the newest. `now`: milliseconds UTC. */
export function entry(number: number, now: number, changes: Partial<Entry> = {}): Entry {
  const at = now - 4_000 - number * 61_000;
  return {
    id: entryId(number),
    eventTimeStamp: new Date(at).toISOString(),
    receivedTimeStamp: new Date(at + 585).toISOString(),
    eventName: "membership.member.add",
    eventVersion: "1.0",
    eventType: "ADMIN_ACTIVITY",
    category: "ADMINISTRATIVE",
    domain: "membership",
    eventSource: "membership",
    region: "eu01",
    severity: "INFO",
    visibility: "PUBLIC",
    sentence: `ada@example.com added member ${number} to shop`,
    scope: { type: "PROJECT", id: projectId },
    context: { organizationId, folderId, projectId },
    initiator: { kind: "USER", id: "3f0c2d8e-1a4b-4c6d-9e8f-7a6b5c4d3e40", email: "ada@example.com" },
    resource: { type: "project", id: projectId, name: "shop" },
    outcome: { result: "SUCCESS", statusCode: 200 },
    sourceIpAddress: "203.0.113.7",
    network: { class: "PUBLIC", country: "DE", operator: "AS3320 Deutsche Telekom AG" },
    userAgent: "portal/1.8",
    clientKind: "PORTAL",
    request: {
      endpoint: `/v2/${projectId}/members`,
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: { members: [{ subject: "grace@example.com", role: "reader" }] },
    },
    correlationId: "c0ffee00-1111-4222-8333-444455556666",
    details: { members: [{ subject: "grace@example.com", role: "reader" }] },
    producer: { id: "membership-7c9f-1", sequence: 4711 - number },
    ...changes,
  };
}

/** Text that would do something if it were ever taken for more than text. */
export const MARKUP = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
export const UNBROKEN = "x".repeat(4000);
export const RIGHT_TO_LEFT = "حذف المشروع shop";
/** Would read as "invoice-gpj.exe" backwards were the override obeyed. */
export const OVERRIDDEN = "deleted invoice-\u202Eexe.jpg";

export const hostileEntries = (now: number): Entry[] => [
  entry(0, now, {
    sentence: MARKUP,
    initiator: { kind: "USER", id: MARKUP, email: MARKUP },
    resource: { type: MARKUP, id: MARKUP, name: MARKUP },
    outcome: { result: MARKUP, message: MARKUP },
    eventSource: MARKUP,
    details: { [MARKUP]: MARKUP, __proto__: null, constructor: "text" },
  }),
  entry(1, now, { sentence: UNBROKEN, resource: { type: UNBROKEN, id: UNBROKEN }, userAgent: UNBROKEN }),
  entry(2, now, { sentence: RIGHT_TO_LEFT }),
  entry(3, now, { sentence: OVERRIDDEN }),
  entry(4, now, { eventTimeStamp: "not a time", sentence: "undated" }),
];
