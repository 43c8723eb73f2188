// The common envelope, as types and as the few rules that hang on it.
import type { Envelope } from "./generated/envelope.ts";

export type {
  Context,
  Envelope,
  Initiator,
  Outcome,
  Principal,
  Producer,
  Request,
  Resource,
  Scope,
  Truncation,
} from "./generated/envelope.ts";

export type ScopeType = Envelope["scope"]["type"];
export type Visibility = Envelope["visibility"];

/** An event as it is encoded and decoded: `details` is a union of one branch, named by its record. */
export interface AuditEvent extends Envelope {
  details: { readonly [record: string]: object };
}

/** The value of the one branch that is set; an empty object where none is. */
export const detailsOf = (event: AuditEvent): object => Object.values(event.details)[0] ?? {};
