// An authorized scope for tests, by the only way there is: an authorizer grants it.
import type { Visibility } from "@audit-log/schemas";
import { authorize, type AuthorizedScope } from "../src/auth/authorize.ts";
import { recentGrants } from "../src/auth/recent-grants.ts";
import { memoryHierarchy } from "../src/hierarchy/memory-hierarchy.ts";
import type { Scope } from "../src/scope.ts";

export async function grantedScope(
  scope: Scope,
  visibilities: readonly Visibility[] = ["PUBLIC"],
): Promise<AuthorizedScope> {
  const authority = {
    authorizer: { isFree: false, access: async () => ({ access: "granted", visibilities }) as const },
    hierarchy: memoryHierarchy(),
    recent: recentGrants(() => 0),
    pause: () => async () => {},
  };
  const principal = { subject: "tester", email: undefined, roles: [] };
  const granted = await authorize(authority, principal, scope, new AbortController().signal);
  if (typeof granted === "string") throw new Error(`not granted: ${granted}`);
  return granted;
}
