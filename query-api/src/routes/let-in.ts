// Lets a reader in, or says why not: the first step of every route that shows or counts entries.
import { authorize, type AuthorizedScope, type Authority, READ_PERMISSION } from "../auth/authorize.ts";
import type { Principal } from "../auth/principal.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { Reading } from "../recording/index.ts";
import type { Scope } from "../scope.ts";

export interface Guard {
  readonly authority: Authority;
  readonly metrics: Pick<Metrics, "authRefusals">;
}

/** Who asks, for what, and until when. */
export interface Visit {
  readonly principal: Principal;
  readonly scope: Scope;
  readonly reading: Reading;
  readonly signal: AbortSignal;
}

/** A refusal is counted and recorded. Throws Problem (403, 404), StoreUnavailable, AuthorizerUnavailable. */
export async function letIn(
  { authority, metrics }: Guard,
  { principal, scope, reading, signal }: Visit,
  apiVersion: string,
): Promise<AuthorizedScope> {
  const answer = await authorize(authority, principal, scope, signal);
  if (typeof answer === "object") return answer;
  reading.refused(answer, scope, apiVersion);
  metrics.authRefusals.inc({ reason: answer });
  if (answer === "unknown") throw new Problem("unknown-scope", `${scope.id} not found.`);
  throw new Problem("permission-missing", `permission ${READ_PERMISSION} is missing on ${scope.id}`);
}
