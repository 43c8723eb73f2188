// What the survey needs of ClickHouse: new facts, the rows that readers join, and events whose organization is missing.
import type { Fact, NodeType, Place } from "./fact.ts";

/** A fact, and when it was written: milliseconds UTC of ClickHouse's clock. */
export interface WrittenFact extends Fact {
  insertedAt: number;
}

/** A row of the table hierarchy: a node in an organization. */
export interface HierarchyRow {
  organizationId: string;
  id: string;
  type: NodeType;
  containerId: string;
  /** '' where there is none. */
  folderId: string;
  folderIds: readonly string[];
  /** The largest of an organization and a node holds. */
  version: number;
  /** It was in this organization once. */
  movedAway: boolean;
}

/** Events of one partition that have no organization although the table hierarchy knows it. */
export interface Unfilled {
  partition: string;
  scopeIds: string[];
}

/** A fill of events, or another mutation of theirs, that is not done; `fault`: why it cannot go on, '' where it can. */
export interface Mutation {
  id: string;
  fault: string;
}

/** Everything it throws is worth another try at the next survey. */
export interface HierarchyStore {
  /** What was written at or after this moment (milliseconds UTC of ClickHouse's clock), in portions, in no order. */
  facts(since: number): AsyncIterable<WrittenFact[]>;
  /** Writes what stored events say, facts and where their scopes are, as far as it was not written when they were inserted. */
  writeMissed(): Promise<void>;
  /** The rows that hold of these nodes, those of organizations that they left included. */
  rows(ids: readonly string[]): Promise<HierarchyRow[]>;
  /** All are seen at once. */
  writeRows(rows: readonly HierarchyRow[]): Promise<void>;
  unfinishedMutation(): Promise<Mutation | undefined>;
  /** Of the newest partition that has such events, as many scopes as one fill takes; undefined where there are none. */
  unfilled(): Promise<Unfilled | undefined>;
  /** Says where the scopes are, and begins to write it into the partition's events that have no organization; a folder that an event names stays. */
  fill(partition: string, places: ReadonlyMap<string, Place>): Promise<void>;
}
