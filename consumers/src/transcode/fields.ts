// The envelope as the fast path sees it: which leaf of the event becomes which column, and which cell of an event's row it is.
// A text has two cells, its start and its length (nothing is 0, 0), any other leaf one number.

/** Column → path in the envelope. */
type Leaves = readonly (readonly [column: string, path: string])[];

/** As the producer says, or as the hierarchy knows (found-places.ts). */
export const PLACES: Leaves = [
  ["organization_id", "context.organizationId"],
  ["folder_id", "context.folderId"],
];

export const TEXTS: Leaves = [
  ["scope_id", "scope.id"],
  ["project_id", "context.projectId"],
  ["initiator_id", "initiator.id"],
  ["request_endpoint", "request.endpoint"],
  ["request_parameters", "request.parameters"],
  ["request_body", "request.body"],
  ["source_ip_address", "sourceIpAddress"],
  ["user_agent", "userAgent"],
  ["resource_id", "resource.id"],
  ["resource_name", "resource.name"],
  ["status_message", "outcome.message"],
  ["correlation_id", "correlationId"],
  ["operation_id", "operationId"],
  ["traceparent", "traceparent"],
  ["result", "result"],
  ["producer_id", "producer.id"],
];

/** Few different ones. */
export const WORDS: Leaves = [
  ["event_name", "eventName"],
  ["event_version", "eventVersion"],
  ["event_source", "eventSource"],
  ["region", "region"],
  ["request_method", "request.method"],
  ["resource_type", "resource.type"],
];

/** Enumerations: the cell is the symbol's number in our envelope. */
export const CHOICES: Leaves = [
  ["event_type", "eventType"],
  ["category", "category"],
  ["severity", "severity"],
  ["visibility", "visibility"],
  ["scope_type", "scope.type"],
  ["initiator_kind", "initiator.kind"],
  ["outcome", "outcome.result"],
];

/** Kept apart from the events: no column is made of it. */
export const EMAIL = "initiator.email";

/** Written as JSON text while the event is read. */
export const JSONS: Leaves = [
  ["delegation", "delegation"],
  ["request_headers", "request.headers"],
  ["truncations", "truncations"],
  ["details", "details"],
];

export const ID = "id";
export const EVENT_TIME = "eventTime";
export const STATUS_CODE = "outcome.statusCode";
export const SEQUENCE = "producer.sequence";

/** Of every text, whether or not a column is made of it. */
export const TEXT_PATHS = [...[...PLACES, ...TEXTS, ...WORDS].map(([, path]) => path), EMAIL];

const choicesFrom = 2 * TEXT_PATHS.length;
const othersFrom = choicesFrom + CHOICES.length;

const cells = new Map<string, number>([
  ...TEXT_PATHS.map((path, index) => [path, 2 * index] as const),
  ...CHOICES.map(([, path], index) => [path, choicesFrom + index] as const),
  [ID, othersFrom],
  [STATUS_CODE, othersFrom + 1],
]);

/** The cell of a leaf, the first of two for a text. */
export function cellOf(path: string): number {
  const cell = cells.get(path);
  if (cell === undefined) throw new Error(`no cell is kept for ${path}`);
  return cell;
}

/** Of one event. */
export const CELLS = othersFrom + 2;
