// What full-text search looks through, and the words of it that the index `words` knows (clickhouse/migrations/0009_storage.sql). A query has
// to say exactly these expressions for the index to serve.
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

/** Its words: ASCII letters, and everything beyond ASCII. What has a digit is an id more often than not, and is no word. */
export const SEARCHED_WORDS = `arrayFilter(word -> NOT match(word, '[0-9]'), tokens(${SEARCHED_TEXT}, 'splitByNonAlpha'))`;
