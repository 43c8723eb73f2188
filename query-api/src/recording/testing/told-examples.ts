// One of each that a recording is told.
import type { Reader } from "../reader.ts";
import type { Download, Refusal, Search, View } from "../recording.ts";

/** Of late: the SDK refuses what is older than 90 days. */
export const NOW = Date.now();

const reader: Reader = {
  subject: "user-1",
  email: "ada@example.com",
  ownOrganization: undefined,
  method: "GET",
  endpoint: "/v3/projects/8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10/entries",
  sourceIpAddress: "192.0.2.7",
  userAgent: "curl/8.11.0",
  requestId: "request-1",
};

const told = {
  reader,
  scope: { type: "PROJECT", id: "8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10" },
  apiVersion: "v3",
  status: 200,
  at: NOW,
} as const;
const once = { reads: 1, firstAt: NOW };
const read = { ...told, includesDescendants: false, window: { start: 1_000, end: 2_000 }, rows: 7, bytes: 4_321 };

export const view: View = { ...read, ...once, kind: "list", limit: 50 };
export const search: Search = { ...view, kind: "list", filter: "service=dns" };
export const download: Download = { ...read, format: "csv", complete: true };
export const refusal: Refusal = {
  ...told,
  ...once,
  status: 403,
  reason: "forbidden",
  attempted: { type: "PROJECT", ids: [told.scope.id] },
};
