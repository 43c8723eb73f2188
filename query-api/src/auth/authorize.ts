// Authorization: the only maker of AuthorizedScope, without which no query can be built.
import type { Visibility } from "@audit-log/schemas";
import type { Hierarchy } from "../hierarchy/hierarchy.ts";
import type { Scope } from "../scope.ts";
import type { Principal } from "./principal.ts";
import type { RecentGrants } from "./recent-grants.ts";
import type { RefusalPause } from "./refusal-pause.ts";

/** What an authorizer is asked for; the name is the platform's. */
export const READ_PERMISSION = "audit-log.entry.get";

/** `unknown`: the principal has nothing to do with the scope, so it is not even told whether it exists. */
export type Access =
  | { readonly access: "granted"; readonly visibilities: readonly Visibility[] }
  | { readonly access: "forbidden" | "unknown" };

/** Port: who may read the entries of which scope (READ_PERMISSION), and those of which visibility. Held to authorizer.contract.ts. */
export interface Authorizer {
  /** Whether an answer costs nothing. Then it is asked before anybody looks for what is above the scope: most readers have a role on the scope itself. */
  readonly isFree: boolean;
  /** `above`: the scopes whose roles hold on this one too (hierarchy/hierarchy.ts). Throws AuthorizerUnavailable, and never grants in doubt. */
  access(principal: Principal, scope: Scope, above: readonly Scope[], signal: AbortSignal): Promise<Access>;
}

/** Nobody can say at the moment who may read. */
export class AuthorizerUnavailable extends Error {
  override readonly name = "AuthorizerUnavailable";
}

export interface Authority {
  readonly authorizer: Authorizer;
  readonly hierarchy: Hierarchy;
  readonly recent: RecentGrants;
  readonly pause: RefusalPause;
}

// Not exported: with its private member no other object has this type.
class GrantedScope implements Scope {
  declare private readonly granted: never;
  readonly type: Scope["type"];
  readonly id: string;
  /** Entries of others are not to be shown. */
  readonly visibilities: readonly Visibility[];

  constructor({ type, id }: Scope, visibilities: readonly Visibility[]) {
    this.type = type;
    this.id = id;
    this.visibilities = visibilities;
  }
}

/** A scope whose entries somebody may read. */
export type AuthorizedScope = GrantedScope;

/**
 * Where a scope lies is remembered only for those who were granted it a moment ago. Who is refused costs one look-up and as many questions, whether
 * the scope exists or not, and is answered after the same pause: neither the answer nor its time tells, and a project that is new is seen at once. Throws StoreUnavailable, AuthorizerUnavailable.
 */
export async function authorize(
  { authorizer, hierarchy, recent, pause }: Authority,
  principal: Principal,
  scope: Scope,
  signal: AbortSignal,
): Promise<AuthorizedScope | "forbidden" | "unknown"> {
  const untilItIsTime = pause();
  const remembered = recent.above(principal, scope) ?? (authorizer.isFree ? [] : undefined);
  if (remembered !== undefined) {
    const again = await authorizer.access(principal, scope, remembered, signal);
    if (again.access === "granted") return new GrantedScope(scope, again.visibilities);
  }
  const above = await hierarchy.above(scope, signal);
  const answer = await authorizer.access(principal, scope, above, signal);
  if (answer.access === "unknown") await untilItIsTime(signal);
  if (answer.access !== "granted") return answer.access;
  recent.keep(principal, scope, above);
  return new GrantedScope(scope, answer.visibilities);
}
