// Entries to answer with.
import type { Entry } from "../src/index.ts";

export const PROJECT = { type: "project", id: "8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10" } as const;

export const entry = (id: string, overrides: Partial<Entry> = {}): Entry => ({
  id,
  eventTimeStamp: "2026-03-21T08:10:14.422Z",
  receivedTimeStamp: "2026-03-21T08:10:15.007Z",
  eventName: "membership.member.add",
  eventVersion: "1.0",
  eventType: "ADMIN_ACTIVITY",
  category: "ADMINISTRATIVE",
  domain: "membership",
  eventSource: "membership",
  region: "eu01",
  severity: "INFO",
  visibility: "PUBLIC",
  sentence: "ada@example.com added members to Shop",
  scope: { type: "PROJECT", id: PROJECT.id },
  initiator: { kind: "USER", id: "user-1", email: "ada@example.com" },
  resource: { type: "project", id: PROJECT.id, name: "Shop" },
  outcome: { result: "SUCCESS", statusCode: 200 },
  producer: { id: "membership-1", sequence: 1 },
  ...overrides,
});
