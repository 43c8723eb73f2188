// Which events belong to a scope.
import { IN_FOLDER, IN_ORGANIZATION } from "@audit-log/schemas";
import type { Scope } from "../scope.ts";
import type { Conditions } from "./selection.ts";

/** Its own events, or with those of everything below it. */
export function scopeCondition({ type, id }: Scope, descendants: boolean): Conditions {
  if (descendants && type === "ORGANIZATION") return { conditions: [IN_ORGANIZATION], params: { organizationId: id } };
  if (descendants && type === "FOLDER") return { conditions: [IN_FOLDER], params: { folderId: id } };
  return {
    conditions: ["scope_id = {scopeId:String}", "scope_type = {scopeType:String}"],
    params: { scopeId: id, scopeType: type },
  };
}
