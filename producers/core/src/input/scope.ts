// The three kinds of scope, as one-word constructors.
import type { Scope } from "@audit-log/schemas";

export const organization = (id: string): Scope => ({ type: "ORGANIZATION", id });
export const folder = (id: string): Scope => ({ type: "FOLDER", id });
export const project = (id: string): Scope => ({ type: "PROJECT", id });
