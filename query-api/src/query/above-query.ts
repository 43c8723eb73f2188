// The query behind what is above a scope, as a value.
import { SCOPE_PLACE } from "@audit-log/schemas";
import type { Scope } from "../scope.ts";
import { settings, type Query } from "./query.ts";

/** Stands before the query of a page, in the same answer (server-options.ts). */
const SETTINGS = settings({ max_execution_time: 2 });

/**
 * Organization and folders as a JSON list, nearest first: a row per organization that the node lies in, so one at most. Not FINAL, which
 * would read without the index on ids.
 */
const SQL = [
  "SELECT h.organization_id AS organization, toJSONString(argMax(h.folder_ids, h.version)) AS folders",
  `FROM ${SCOPE_PLACE} AS h`,
  "GROUP BY h.organization_id",
  "HAVING argMax(h.moved_away, h.version) = 0 AND argMax(h.type, h.version) = {scopeType:String}",
  "LIMIT 2",
  SETTINGS,
].join("\n");

export const aboveQuery = ({ type, id }: Scope): Query => ({ sql: SQL, params: { scopeId: id, scopeType: type } });
