// An authorized scope for tests, by the only way there is: somebody with a role on it asks.
import { authorize, type AuthorizedScope } from "../src/auth/authorize.ts";
import { claimsAuthorizer } from "../src/auth/claims-authorizer.ts";
import type { Scope } from "../src/scope.ts";

export async function grantedScope(scope: Scope): Promise<AuthorizedScope> {
  const roles = [{ scopeType: scope.type, scopeId: scope.id, role: "reader" }];
  const granted = await authorize(claimsAuthorizer, { subject: "tester", email: undefined, roles }, scope);
  if (typeof granted === "string") throw new Error(`not granted: ${granted}`);
  return granted;
}
