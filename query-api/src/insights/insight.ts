// An insight: something that the entries of a period say together, with the list of those that it counts.
import type { Initiator } from "../emails/emails.ts";
import type { Expression } from "../filter/filter.ts";
import type { Query } from "../query/query.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";

export interface Insight {
  /** Of the kind's list. */
  readonly kind: string;
  /** For people; {initiator} stands for the initiator. */
  readonly sentence: string;
  readonly initiator?: Initiator;
  /** `entries`: how many the filter lists from start to end. Durations are seconds, rates parts of 1. */
  readonly figures: Readonly<Record<string, number | string>> & { readonly entries: number };
  readonly filter: Expression;
  /** Start belongs to it, end does not. */
  readonly window: Window;
}

/** A question and what its answer means. */
export interface InsightKind {
  readonly name: string;
  /** What it looks for, in one sentence without a full stop. */
  readonly about: string;
  /** Selection: the period that was asked for, of the scope, no filter. */
  query(selection: Selection): InsightQuery;
  /** Pure. `rows`: every value as text, in the order of the query's columns. */
  insightsOf(rows: readonly InsightRow[], window: Window): readonly Insight[];
}

export interface InsightQuery extends Query {
  readonly columns: readonly string[];
}

/** By column. */
export type InsightRow = Readonly<Record<string, string>>;
