// The scope whose own entries are shown, and how it is written in addresses.

export const scopeKinds = ["organization", "folder", "project"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

export const scopeTitles: Readonly<Record<ScopeKind, string>> = {
  organization: "Organization",
  folder: "Folder",
  project: "Project",
};

export const sameScope = (one: Scope, other: Scope): boolean => one.kind === other.kind && one.id === other.id;

const isScopeKind = (text: string): text is ScopeKind => (scopeKinds as readonly string[]).includes(text);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined unless it is a scope that can be asked for. */
export function scopeOf(kind: string, id: string): Scope | undefined {
  const trimmed = id.trim();
  return isScopeKind(kind) && UUID.test(trimmed) ? { kind, id: trimmed } : undefined;
}

/** project/8e2b… */
export const writeScope = ({ kind, id }: Scope): string => `${kind}/${id}`;

export function readScope(text: string): Scope | undefined {
  const [kind = "", id = "", ...rest] = text.split("/");
  return rest.length === 0 ? scopeOf(kind, id) : undefined;
}
