// Authorization: the only maker of AuthorizedScope, without which no query can be built.
import type { Scope } from "../scope.ts";
import type { Principal } from "./principal.ts";

/** `unknown`: the principal has nothing to do with the scope, so it is not even told whether it exists. */
export type Access = "granted" | "forbidden" | "unknown";

/** Port: who may read the entries of which scope (permission `audit-log.entry.get`). */
export interface Authorizer {
  access(principal: Principal, scope: Scope): Promise<Access>;
}

// Not exported: with its private member no other object has this type.
class GrantedScope implements Scope {
  declare private readonly granted: never;
  readonly type: Scope["type"];
  readonly id: string;

  constructor({ type, id }: Scope) {
    this.type = type;
    this.id = id;
  }
}

/** A scope whose entries somebody may read. */
export type AuthorizedScope = GrantedScope;

export async function authorize(
  authorizer: Authorizer,
  principal: Principal,
  scope: Scope,
): Promise<AuthorizedScope | Exclude<Access, "granted">> {
  const access = await authorizer.access(principal, scope);
  return access === "granted" ? new GrantedScope(scope) : access;
}
