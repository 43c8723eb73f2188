// The parts of an event that are compared with its row: a dozen columns of every kind, and the whole of the details.

export const VIEW_COLUMNS = [
  "toUnixTimestamp64Milli(event_time) AS time",
  "event_name",
  "event_type",
  "scope_id",
  "organization_id",
  "folder_id",
  "initiator_kind",
  "initiator_id",
  "request_headers",
  "request_body",
  "source_ip_address",
  "user_agent",
  "resource_name",
  "status_code",
  "traceparent",
  "details",
];

type Json = Record<string, unknown>;
type View = Readonly<Record<string, unknown>>;

/** Of a row as ClickHouse gives it. */
export const viewOfRow = (row: Json): View => ({
  time: row["time"],
  event_name: row["event_name"],
  event_type: row["event_type"],
  scope_id: row["scope_id"],
  organization_id: row["organization_id"],
  folder_id: row["folder_id"],
  initiator_kind: row["initiator_kind"],
  initiator_id: row["initiator_id"],
  request_headers: parsed(row["request_headers"]),
  request_body: row["request_body"],
  source_ip_address: row["source_ip_address"],
  user_agent: row["user_agent"],
  resource_name: row["resource_name"],
  status_code: row["status_code"],
  traceparent: row["traceparent"],
  details: parsed(row["details"]),
});

/** Of an event as it was read from its bytes: absent text is '', an absent number 0. What the worker may find out itself is undefined. */
export function viewOfEvent(event: Json): View {
  const parts = ["scope", "context", "initiator", "request", "resource", "outcome"];
  const [scope, context, initiator, request, resource, outcome] = parts.map((name) => asObject(event[name]));
  return {
    time: event["eventTime"],
    event_name: event["eventName"],
    event_type: event["eventType"],
    scope_id: scope?.["id"],
    organization_id: context?.["organizationId"] || undefined,
    folder_id: context?.["folderId"] || undefined,
    initiator_kind: initiator?.["kind"],
    initiator_id: initiator?.["id"],
    request_headers: asJson(asObject(request?.["headers"])),
    request_body: request?.["body"] ?? "",
    source_ip_address: event["sourceIpAddress"] ?? "",
    user_agent: event["userAgent"] ?? "",
    resource_name: resource?.["name"] ?? "",
    status_code: outcome?.["statusCode"] ?? 0,
    traceparent: event["traceparent"] ?? "",
    details: asJson(asObject(Object.values(asObject(event["details"]))[0])),
  };
}

const asObject = (value: unknown): Json => (typeof value === "object" && value !== null ? { ...value } : {});
const asJson = (value: Json): unknown => JSON.parse(JSON.stringify(value));
const parsed = (text: unknown): unknown => (typeof text === "string" && text !== "" ? JSON.parse(text) : {});
