// A selection: whose events, of which time, which of them. Whatever shows or counts entries begins with one.
import { RETENTION_DAYS } from "@audit-log/schemas";
import type { AuthorizedScope } from "../auth/authorize.ts";
import { filterCondition, type Filter } from "../filter/index.ts";
import { storedTimeOf } from "./entry-row.ts";
import { TIME, type Query } from "./query.ts";
import { scopeCondition } from "./scope-condition.ts";
import type { Window } from "./window.ts";

export interface Selection {
  readonly scope: AuthorizedScope;
  /** Whether events of everything below the scope belong to it, too. */
  readonly descendants: boolean;
  readonly window: Window;
  readonly filter: Filter;
}

/** Each is true of every entry that was selected; on columns of audit.events, fit to stand between ANDs. */
export interface Conditions {
  readonly conditions: readonly string[];
  readonly params: Query["params"];
}

export function selectionConditions({ scope, descendants, window, filter }: Selection): Conditions {
  const belongs = scopeCondition(scope, descendants);
  const asked = filterCondition(filter);
  return {
    conditions: [
      ...belongs.conditions,
      "visibility IN ({visibilities:Array(String)})",
      `event_time >= {start:${TIME}}`,
      `event_time < {end:${TIME}}`,
      // Retention holds whatever the caller asked and whether or not the table has dropped the day.
      `event_time >= now64(3) - INTERVAL ${RETENTION_DAYS} DAY`,
      ...(filter.kind === "all" ? [] : [asked.sql]),
    ],
    params: {
      ...belongs.params,
      visibilities: scope.visibilities,
      start: storedTimeOf(window.start),
      end: storedTimeOf(window.end),
      ...asked.params,
    },
  };
}
