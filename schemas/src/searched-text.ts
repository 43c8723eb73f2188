// What full-text search looks through: the expression that the index `words` is built on (clickhouse/migrations/0006_reading.sql). A query
// has to say exactly this for the index to serve.
import type { Column } from "./row.ts";

/** Columns of audit.events. Between two stands a line feed. */
export const SEARCHED_COLUMNS = [
  "event_name",
  "resource_type",
  "resource_id",
  "resource_name",
  "initiator_id",
  "request_endpoint",
  "request_parameters",
  "request_body",
  "details",
  "result",
  "status_message",
] as const satisfies readonly Column["name"][];

/** In lower case. */
export const SEARCHED_TEXT = `lowerUTF8(concatWithSeparator('\\n', ${SEARCHED_COLUMNS.join(", ")}))`;
