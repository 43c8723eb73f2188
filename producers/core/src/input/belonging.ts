// To whom an event belongs and who is behind it: scope, ancestors, initiator, delegation.
import type { Context, Initiator, Principal, Scope, Truncation } from "@audit-log/schemas";
import type { AncestorsInput, EventInput } from "./event-input.ts";
import { dropped, oneOf, optionalName, requiredName } from "./fields.ts";
import type { InitiatorInput } from "./initiator.ts";
import { Refused } from "./refusal.ts";

/** Longer chains lose their far end, with a mark "delegation". */
const MAX_DELEGATION = 16;

export const scopeOf = (scope: Scope | undefined, marks: Truncation[]): Scope => ({
  type: oneOf(scope?.type, ["ORGANIZATION", "FOLDER", "PROJECT"], "scope.type"),
  id: requiredName(scope?.id, "scope.id", marks),
});

export function contextOf(scope: Scope, known: AncestorsInput | undefined, marks: Truncation[]): Context {
  const context = {
    organizationId: optionalName(known?.organizationId, "context.organizationId", marks),
    folderId: optionalName(known?.folderId, "context.folderId", marks),
    projectId: optionalName(known?.projectId, "context.projectId", marks),
  };
  if (scope.type === "ORGANIZATION") context.organizationId = scope.id;
  if (scope.type === "FOLDER") context.folderId = scope.id;
  if (scope.type === "PROJECT") context.projectId = scope.id;
  return context;
}

/** Of what a request's context knows, the ancestors above this scope: beside it and below it they would be another's. */
export function ancestorsAbove(scope: Scope, known: AncestorsInput | undefined): AncestorsInput | undefined {
  if (known === undefined || scope.type === "ORGANIZATION") return undefined;
  const { organizationId, folderId } = known;
  return scope.type === "FOLDER" ? { organizationId } : { organizationId, folderId };
}

export function initiatorOf(initiator: InitiatorInput | undefined, marks: Truncation[]): Initiator {
  if (initiator === undefined || initiator === null)
    throw new Refused("initiator: expected in the input or in the request's context (runInContext, amendContext)");
  return {
    kind: oneOf(initiator.kind, ["USER", "SERVICE_ACCOUNT", "SYSTEM"], "initiator.kind"),
    id: requiredName(initiator.id, "initiator.id", marks),
    email: optionalName(initiator.email, "initiator.email", marks),
  };
}

/** Who is no principal is left out, with the same mark. */
export function delegationOf(chain: EventInput<object>["delegation"], marks: Truncation[]): Principal[] {
  if (chain === undefined || chain === null) return [];
  const given: unknown = chain;
  if (!Array.isArray(given)) {
    dropped("delegation", marks);
    return [];
  }
  if (chain.length > MAX_DELEGATION) marks.push({ part: "delegation", originalBytes: chain.length });
  return chain.slice(0, MAX_DELEGATION).flatMap((principal) => {
    if (typeof principal?.id !== "string" || principal.id === "") {
      dropped("delegation", marks);
      return [];
    }
    const id = requiredName(principal.id, "delegation.id", marks);
    return [{ id, email: optionalName(principal.email, "delegation.email", marks) }];
  });
}
