// A selection: whose events, of which time, which of them. Whatever shows or counts entries begins with one.
import { once } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import { filterCondition, type Filter } from "../filter/index.ts";
import { storedTimeOf } from "./entry-row.ts";
import { TIME, type Query } from "./query.ts";
import { scopeSource, type Source } from "./scope-source.ts";
import type { Window } from "./window.ts";

export interface Selection {
  readonly scope: AuthorizedScope;
  /** Whether events of everything below the scope belong to it, too. */
  readonly descendants: boolean;
  readonly window: Window;
  readonly filter: Filter;
}

/** Each is true of every entry that is meant; on columns of audit.events, fit to stand between ANDs. */
export interface Conditions {
  readonly conditions: readonly string[];
  readonly params: Query["params"];
}

/** For what counts: an event that was stored twice is one. */
export function countedConditions(selection: Selection): Source & Conditions {
  const { from, ...rest } = selectionConditions(selection);
  return { from: once(from), ...rest };
}

/** All that was selected, and nothing else. An event that was stored twice and not merged yet comes twice. Retention holds whatever the caller asked: the source has nothing older than 90 days. */
export function selectionConditions({ scope, descendants, window, filter }: Selection): Source & Conditions {
  const { from, params } = scopeSource(scope, descendants);
  const asked = filterCondition(filter);
  return {
    from,
    conditions: [
      `event_time >= {start:${TIME}}`,
      `event_time < {end:${TIME}}`,
      ...(filter.kind === "all" ? [] : [asked.sql]),
    ],
    params: { ...params, start: storedTimeOf(window.start), end: storedTimeOf(window.end), ...asked.params },
  };
}
