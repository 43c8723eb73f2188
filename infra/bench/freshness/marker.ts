// What the load's program and its parent must agree on.

/** All markers belong to one project, so that asking for them is what a tenant asks. */
export const MARKED_PROJECT = "5c1f0a7c-88b2-4e1b-a3c6-6f2e9b4d7a99";

export interface Marker {
  id: string;
  /** Milliseconds UTC, when record() was called. */
  recordedAt: number;
}
