// What the entries of a scope are read from: a view that demands it (schemas/src/views.ts). Production grants the query service no table.
import { FOLDER_ENTRIES, ORGANIZATION_ENTRIES, SCOPE_ENTRIES } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import type { Query } from "./query.ts";

export interface Source {
  /** Stands behind FROM; its columns are those of audit.events, its rows the scope's of the last 90 days, as far as they were granted. */
  readonly from: string;
  readonly params: Query["params"];
}

/** Its own entries, or with those of everything below it. */
export function scopeSource({ type, id, visibilities }: AuthorizedScope, descendants: boolean): Source {
  if (descendants && type === "ORGANIZATION")
    return { from: ORGANIZATION_ENTRIES, params: { organizationId: id, visibilities } };
  if (descendants && type === "FOLDER") return { from: FOLDER_ENTRIES, params: { folderId: id, visibilities } };
  return { from: SCOPE_ENTRIES, params: { scopeId: id, scopeType: type, visibilities } };
}
