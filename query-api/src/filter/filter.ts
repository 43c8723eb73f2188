// A filter: the tree that a text is read into, and from which its SQL, its predicate and its canonical text are made.
import type { FieldName } from "./fields/fields.ts";
import type { Operator, Value } from "./kinds/kind.ts";

/** Which entries are asked for. `all`: those of an empty text. */
export type Filter = { readonly kind: "all" } | Expression;

export type Expression =
  /** Two or more. */
  | { readonly kind: "and" | "or"; readonly of: readonly Expression[] }
  /** Whatever `of` does not match, entries that lack its field included. */
  | { readonly kind: "not"; readonly of: Expression }
  | Term;

/** What is counted against MAX_TERMS, a comparison with as many terms as it has values. */
export type Term =
  /** At least one value; more than one means any of them. */
  | {
      readonly kind: "comparison";
      readonly field: FieldName;
      readonly operator: Operator;
      readonly values: readonly Value[];
    }
  /** `field:*` */
  | { readonly kind: "present"; readonly field: FieldName }
  /** Full-text search, not empty. */
  | { readonly kind: "search"; readonly text: string };

/** Whether a full-text search is part of it. */
export const searches = (filter: Filter): boolean =>
  filter.kind === "search" ||
  (filter.kind === "not" && searches(filter.of)) ||
  ((filter.kind === "and" || filter.kind === "or") && filter.of.some(searches));
