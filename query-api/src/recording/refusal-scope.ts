// Whose log a refusal belongs to (infra/decisions/0017): nobody may write into the log of a scope by guessing its id.
import type { Scope } from "../scope.ts";
import type { Reader } from "./reader.ts";
import type { Refusal } from "./recording.ts";

/**
 * Forbidden: the scope itself, for the reader has a role on it. Unknown: the reader's own organization, where the token names exactly one.
 * Undefined where no log may have it.
 */
export function refusalScope(
  reason: Refusal["reason"],
  attempted: Scope,
  { ownOrganization }: Pick<Reader, "ownOrganization">,
): Scope | undefined {
  if (reason === "forbidden") return attempted;
  return ownOrganization === undefined ? undefined : { type: "ORGANIZATION", id: ownOrganization };
}
