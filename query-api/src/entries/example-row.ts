// One row with everything that a row can have: the example in the document, and what tests vary.
import { emptyRow, type EntryRow } from "../query/entry-row.ts";

const projectId = "8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10";

/** Of its initiator. */
export const exampleEmail = "deploy@sa.example.com";

export const exampleRow: EntryRow = {
  ...emptyRow,
  event_id: "019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80",
  event_time: "2026-03-21 08:10:14.422",
  received_time: "2026-03-21 08:10:15.007",
  event_name: "membership.member.add",
  event_version: "1.0",
  event_type: "ADMIN_ACTIVITY",
  category: "ADMINISTRATIVE",
  severity: "INFO",
  visibility: "PUBLIC",
  domain: "membership",
  event_source: "membership",
  region: "eu01",
  scope_type: "PROJECT",
  scope_id: projectId,
  organization_id: "2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20",
  folder_id: "5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30",
  project_id: projectId,
  initiator_kind: "SERVICE_ACCOUNT",
  initiator_id: "3f0c2d8e-1a4b-4c6d-9e8f-7a6b5c4d3e40",
  delegation: '[{"id":"77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7","email":"ada@example.com"}]',
  request_endpoint: `/v2/${projectId}/members`,
  request_method: "PATCH",
  request_headers: '{"content-type":"application/json","authorization":"[redacted]"}',
  request_parameters: '{"dryRun":"false"}',
  request_body: '{"members":[{"subject":"grace@example.com","role":"reader"}]}',
  source_ip_address: "203.0.113.7",
  user_agent: "portal/1.8",
  resource_type: "project",
  resource_id: projectId,
  resource_name: "shop",
  outcome: "SUCCESS",
  status_code: "200",
  status_message: "members were added",
  correlation_id: "c0ffee00-1111-4222-8333-444455556666",
  operation_id: "op-7f21",
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  result: '{"members":[{"subject":"gra',
  details: '{"members":[{"subject":"grace@example.com","role":"reader"}]}',
  producer_id: "membership-7c9f-1",
  producer_sequence: "4711",
  truncations: '[{"part":"result","originalBytes":90211}]',
};
