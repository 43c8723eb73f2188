// The default authorizer: believes the roles that the issuer wrote into the token.
import type { Visibility } from "@audit-log/schemas";
import type { Scope } from "../scope.ts";
import type { Access, Authorizer } from "./authorize.ts";
import type { RoleAssignment } from "./principal.ts";

/** Roles that hold READ_PERMISSION on the scope they were given for, and on everything below it. */
const READING_ROLES: ReadonlySet<string> = new Set(["owner", "editor", "reader", "audit-log.reader"]);
/** On the platform, and nowhere else: reads every scope, and also what is kept from tenants. */
const OPERATOR = "audit-log.operator";

const TENANT: readonly Visibility[] = ["PUBLIC"];
const EVERYTHING: readonly Visibility[] = ["PUBLIC", "PRIVATE"];

export const claimsAuthorizer: Authorizer = {
  isFree: true,
  access: async ({ roles }, scope, above): Promise<Access> => {
    if (roles.some(isOperator)) return { access: "granted", visibilities: EVERYTHING };
    const held = roles.filter((role) => [scope, ...above].some((one) => isOn(role, one)));
    if (held.length === 0) return { access: "unknown" };
    const reads = held.some(({ role }) => READING_ROLES.has(role));
    return reads ? { access: "granted", visibilities: TENANT } : { access: "forbidden" };
  },
};

const isOperator = ({ scopeType, role }: RoleAssignment): boolean => scopeType === "PLATFORM" && role === OPERATOR;

const isOn = ({ scopeType, scopeId }: RoleAssignment, { type, id }: Scope): boolean =>
  scopeType === type && scopeId === id;
