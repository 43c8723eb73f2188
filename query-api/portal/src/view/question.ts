// What the API is asked for a view: of a list, and of a download of the same.
import type { View } from "./fragment.ts";
import { windowOf } from "./range.ts";

/** Which entries, whatever their time. Every page repeats it: a cursor belongs to its question. */
export interface Which {
  readonly filter?: string;
  readonly "include-descendants"?: "true";
}

export type Question = Which & { readonly start: string; readonly end?: string };

type Asking = Pick<View, "scope" | "range" | "filter" | "below">;

export const whichOf = ({ scope, filter, below }: Omit<Asking, "range">): Which => ({
  ...(filter === "" ? {} : { filter }),
  ...(below && scope.kind !== "project" ? { "include-descendants": "true" } : {}),
});

export const questionOf = (view: Asking, now: number): Question => ({
  ...windowOf(view.range, now),
  ...whichOf(view),
});
