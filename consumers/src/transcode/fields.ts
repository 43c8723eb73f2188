// The envelope as the fast path sees it: which leaf of the event becomes which column or which part of the entry, and which cell of an
// event's row it is. A text has two cells, its start and its length (nothing is 0, 0), any other leaf one number.

/** Column, or part of the entry → path in the envelope. */
type Leaves = readonly (readonly [name: string, path: string])[];

/** As the producer says, or as the hierarchy knows (found-places.ts). */
export const PLACES: Leaves = [
  ["organization_id", "context.organizationId"],
  ["folder_id", "context.folderId"],
];

export const TEXTS: Leaves = [
  ["scope_id", "scope.id"],
  ["project_id", "context.projectId"],
  ["initiator_id", "initiator.id"],
  ["source_ip_address", "sourceIpAddress"],
  ["user_agent", "userAgent"],
  ["resource_id", "resource.id"],
  ["resource_name", "resource.name"],
  ["correlation_id", "correlationId"],
  ["operation_id", "operationId"],
  ["producer_id", "producer.id"],
];

/** Parts of the entry that have no column of their own. */
export const ENTRY_TEXTS: Leaves = [
  ["request_endpoint", "request.endpoint"],
  ["request_parameters", "request.parameters"],
  ["request_body", "request.body"],
  ["status_message", "outcome.message"],
  ["traceparent", "traceparent"],
  ["result", "result"],
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

/** Words that the worker finds out, of no leaf of the event (found-networks.ts, found-words.ts). */
export const FOUND = ["network_class", "country", "network_operator", "client_kind"] as const;

/** Kept apart from the events: no column is made of it. */
export const EMAIL = "initiator.email";

/** The event's own part. */
export const DETAILS = "details";

/** Parts of the entry, too; their cells are of the JSON text that is written while the event is read (event-table.ts). */
export const JSONS: Leaves = [
  ["delegation", "delegation"],
  ["request_headers", "request.headers"],
  ["truncations", "truncations"],
  ["details", DETAILS],
];

export const ID = "id";
export const EVENT_TIME = "eventTime";
export const STATUS_CODE = "outcome.statusCode";
export const SEQUENCE = "producer.sequence";

/** Of every text; first those of which columns are made. */
export const TEXT_PATHS = [...[...PLACES, ...TEXTS, ...WORDS, ...ENTRY_TEXTS].map(([, path]) => path), EMAIL];

const jsonsFrom = 2 * TEXT_PATHS.length;
const choicesFrom = jsonsFrom + 2 * JSONS.length;
const othersFrom = choicesFrom + CHOICES.length;

const cells = new Map<string, number>([
  ...TEXT_PATHS.map((path, index) => [path, 2 * index] as const),
  ...JSONS.map(([, path], index) => [path, jsonsFrom + 2 * index] as const),
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
