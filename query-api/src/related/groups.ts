// Which groups of entries belong to one, as values: a filter and a period each.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import type { Expression } from "../filter/filter.ts";
import { allOf, equals, not } from "../filter/terms.ts";
import { isoOf, type EntryRow } from "../query/entry-row.ts";
import type { Order } from "../query/page.ts";
import type { Window } from "../query/window.ts";

export const GROUP_KINDS = ["correlation", "operation", "resource-before", "resource-after", "session"] as const;

export type GroupKind = (typeof GROUP_KINDS)[number];

export interface Group {
  readonly kind: GroupKind;
  readonly filter: Expression;
  readonly window: Window;
  readonly order: Order;
}

/** What one request caused, on whichever service: retries within a day. */
const CORRELATION_MS = DAY_MS;
/** What somebody did from one address: an hour before and after. */
const SESSION_MS = 3_600_000;
/** A link that is followed some time later is still within what is kept. */
const LINK_MS = 3_600_000;

/** Those that the entry says something about. `now`: milliseconds UTC. */
export function groupsOf(row: EntryRow, now: number): Group[] {
  const time = Date.parse(isoOf(row.event_time));
  // An event may be dated ahead.
  const kept = { start: now - RETENTION_MS + LINK_MS, end: Math.max(now, time + 1) };
  const around = (ms: number): Window => within(kept, { start: time - ms, end: time + ms });
  const resource = allOf(equals("resource.type", row.resource_type), equals("resource.id", row.resource_id));
  const groups: readonly [GroupKind, Expression | undefined, Window, Order][] = [
    ["correlation", equals("correlationId", row.correlation_id), around(CORRELATION_MS), "oldest-first"],
    ["operation", equals("operationId", row.operation_id), kept, "oldest-first"],
    ["resource-before", resource, within(kept, { start: kept.start, end: time }), "newest-first"],
    ["resource-after", resource, within(kept, { start: time, end: kept.end }), "oldest-first"],
    ["session", sessionOf(row), around(SESSION_MS), "oldest-first"],
  ];
  const self = equals("id", row.event_id);
  return groups.flatMap(([kind, same, window, order]) => {
    const filter = allOf(same, self && not(self));
    return filter === undefined || window.start >= window.end ? [] : [{ kind, filter, window, order }];
  });
}

/** The platform itself has no sessions, and without an address nobody knows. */
function sessionOf(row: EntryRow): Expression | undefined {
  if (row.initiator_kind === "SYSTEM") return undefined;
  return allOf(
    equals("initiator.kind", row.initiator_kind),
    equals("initiator.id", row.initiator_id),
    equals("sourceIpAddress", row.source_ip_address),
  );
}

const within = (outer: Window, { start, end }: Window): Window => ({
  start: Math.max(outer.start, start),
  end: Math.min(outer.end, end),
});
