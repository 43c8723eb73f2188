// Two customers: organizations, folders and projects, and what lies below what. Grows while it is read: projects are created.
import { randomUUID } from "node:crypto";
import type { Scope, ScopeType } from "@audit-log/client";

export interface Place {
  readonly scope: Scope;
  /** Undefined: an organization. */
  readonly parent: Place | undefined;
}

export class Tenants {
  readonly ours: Place;
  readonly theirs: Place;
  /** Of ours. */
  readonly folder: Place;
  readonly project: Place;
  readonly #places = new Map<string, Place>();

  constructor() {
    this.ours = this.add("organization");
    this.theirs = this.add("organization");
    this.folder = this.add("folder", this.ours);
    this.project = this.add("project", this.folder);
    const inner = this.add("folder", this.folder);
    this.add("project", inner);
    this.add("project", this.ours);
    this.add("project", this.theirs);
  }

  /** Those above come before those below. */
  get places(): readonly Place[] {
    return [...this.#places.values()];
  }

  add(type: ScopeType, parent?: Place): Place {
    const place = { scope: { type, id: randomUUID() }, parent };
    this.#places.set(place.scope.id, place);
    return place;
  }

  isWithin(scopeId: string, above: string): boolean {
    for (let place = this.#places.get(scopeId); place !== undefined; place = place.parent)
      if (place.scope.id === above) return true;
    return false;
  }
}

/** Ancestors, as a producer that knows them says them; its own id is for the SDK to fill in. */
export function contextOf({ parent }: Place): { organizationId?: string; folderId?: string } {
  const context: { organizationId?: string; folderId?: string } = {};
  for (let place = parent; place !== undefined; place = place.parent)
    if (place.scope.type === "organization") context.organizationId = place.scope.id;
    else context.folderId ??= place.scope.id;
  return context;
}
