// Who started it, as one-word constructors.

export interface InitiatorInput {
  kind: "USER" | "SERVICE_ACCOUNT" | "SYSTEM";
  id: string;
  email?: string | null | undefined;
}

export const user = (id: string, email?: string): InitiatorInput => ({ kind: "USER", id, email });
export const serviceAccount = (id: string, email?: string): InitiatorInput => ({ kind: "SERVICE_ACCOUNT", id, email });

/** The platform itself: its events are SYSTEM_EVENTs. */
export const system = (id = "system"): InitiatorInput => ({ kind: "SYSTEM", id });
