// Hierarchy in memory: the double that tests run on.
import type { Scope } from "../scope.ts";
import type { Hierarchy } from "./hierarchy.ts";

export interface MemoryHierarchy extends Hierarchy {
  /** The scope lies under these: folders, nearest first, then the organization. */
  place(scope: Scope, ...above: Scope[]): void;
}

const keyOf = ({ type, id }: Scope): string => `${type}/${id}`;

export function memoryHierarchy(): MemoryHierarchy {
  const placed = new Map<string, readonly Scope[]>();
  return {
    place: (scope, ...above) => void placed.set(keyOf(scope), above),
    above: async (scope) => placed.get(keyOf(scope)) ?? [],
  };
}
