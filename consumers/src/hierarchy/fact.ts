// What Resource Manager's events say about a node of the hierarchy, and what follows from it.

export type NodeType = "ORGANIZATION" | "FOLDER" | "PROJECT";

/** Since `eventTime` the node lies under `parent`. */
export interface Fact {
  /** What events call scope.id. */
  id: string;
  type: NodeType;
  /** Its name among people. */
  containerId: string;
  /** Container id, or id, of its parent; '' for an organization. */
  parent: string;
  /** Milliseconds UTC. */
  eventTime: number;
}

/** What is above a scope. */
export interface Place {
  /** Of an organization: its own id. */
  readonly organizationId: string;
  /** The nearest folder, its own id for a folder; '' where there is none. */
  readonly folderId: string;
  /** All folders above it, nearest first; a folder is its own first. A role on any of them holds here (query-api/src/hierarchy). */
  readonly folderIds: readonly string[];
}

/** Of two facts about a node the newer holds. What is said of the same moment is settled the same way everywhere, whatever comes first. */
export function isNewer(fact: Fact, known: Fact): boolean {
  if (fact.eventTime !== known.eventTime) return fact.eventTime > known.eventTime;
  if (fact.parent !== known.parent) return fact.parent > known.parent;
  if (fact.containerId !== known.containerId) return fact.containerId > known.containerId;
  return fact.type > known.type;
}

export const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.organizationId === other.organizationId &&
    isSamePath(one.folderIds, other.folderIds));

export const isSamePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);
