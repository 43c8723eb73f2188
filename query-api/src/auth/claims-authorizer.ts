// The default authorizer: believes the roles that the issuer wrote into the token.
import type { Authorizer } from "./authorize.ts";

/** Roles that hold the permission `audit-log.entry.get` on the scope they were given for. */
const READING_ROLES: ReadonlySet<string> = new Set(["owner", "editor", "reader", "audit-log.reader"]);

export const claimsAuthorizer: Authorizer = {
  access: async (principal, scope) => {
    const here = principal.roles.filter((role) => role.scopeId === scope.id && role.scopeType === scope.type);
    if (here.length === 0) return "unknown";
    return here.some(({ role }) => READING_ROLES.has(role)) ? "granted" : "forbidden";
  },
};
