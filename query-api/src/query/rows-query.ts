// The second of two queries behind a page: everything about the entries that are on it, whichever scope they were found from.
import { ENTRIES_OF_SCOPES } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import { WIRE_COLUMNS, WIRE_FORMAT } from "../wire/columns.ts";
import type { EntryKey } from "./keys-query.ts";
import type { Order } from "./page.ts";
import { settings, TIME, type Query } from "./query.ts";
import { scopeSource, type Source } from "./scope-source.ts";
import type { Conditions, Selection } from "./selection.ts";

/** A server reads no bound value above 128 KiB (http_max_field_value_size), and a scope's id has at most 255 characters of three bytes. */
export const MOST_KEYS = 128;

/**
 * What one query may cost the server. The reader leaves at PAGE_BYTES (store/fill-page.ts), so blocks are small enough that little is
 * read in vain; the result's bound lies well above what is sent by then, and is an error and never a shorter answer.
 */
const SETTINGS = settings({
  max_execution_time: 4,
  max_block_size: 64,
  max_result_bytes: 100_000_000,
  result_overflow_mode: "throw",
  // Formatting in parallel collects many blocks before it writes the first.
  output_format_parallel_formatting: 0,
  // The sorting key finds them.
  use_skip_indexes: 0,
  optimize_use_projections: 0,
});

/** Of a page by event time, or of one of the feed, which asks for every copy to tell what arrived first. */
export type RowOrder = Order | "by-arrival";

/**
 * `keys`: found in the selection, at most MOST_KEYS. By event time copies of an event stand side by side. A copy that was stored after its project
 * had gone to another organization is that one's, and tells where the project is now: it is not shown here.
 */
export function rowsQuery(
  { scope, descendants }: Pick<Selection, "scope" | "descendants">,
  keys: readonly EntryKey[],
  order: RowOrder,
): Query {
  const { from, conditions, params } = copiesOf(scope, descendants, keys);
  return {
    sql: [
      `SELECT ${WIRE_COLUMNS}`,
      `FROM ${from}`,
      `WHERE (scope_id, event_time, event_id) IN {keys:Array(Tuple(String, ${TIME}, UUID))}`,
      ...conditions.map((condition) => `  AND ${condition}`),
      `ORDER BY ${ORDER_BY[order]}`,
      SETTINGS,
      WIRE_FORMAT,
    ].join("\n"),
    params: { ...params, keys },
  };
}

/** Out of the scopes that the keys name, because that is the shortest way. Which folders lie below a folder only its own view knows. */
function copiesOf(scope: AuthorizedScope, descendants: boolean, keys: readonly EntryKey[]): Source & Conditions {
  if (descendants && scope.type === "FOLDER") return { ...scopeSource(scope, descendants), conditions: [] };
  const params = { scopeIds: [...new Set(keys.map(([scopeId]) => scopeId))], visibilities: scope.visibilities };
  if (!descendants || scope.type === "PROJECT") return { from: ENTRIES_OF_SCOPES, conditions: [], params };
  const conditions = ["organization_id IN ('', {organizationId:String})"];
  return { from: ENTRIES_OF_SCOPES, conditions, params: { ...params, organizationId: scope.id } };
}

const ORDER_BY: Readonly<Record<RowOrder, string>> = {
  "newest-first": "event_time DESC, event_id DESC",
  "oldest-first": "event_time ASC, event_id ASC",
  "by-arrival": "received_time, event_id",
};
