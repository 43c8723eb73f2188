// EntryStore in memory: the double that tests run on. It keeps every row it is given, also duplicates and what must not be shown.
import { RETENTION_MS } from "@audit-log/schemas";
import type { EntryRow } from "../query/entry-row.ts";
import { positionOf, type Position } from "../query/position.ts";
import type { EntryStore } from "./entry-store.ts";
import { fillPage } from "./fill-page.ts";

export interface MemoryStore extends EntryStore {
  add(...rows: EntryRow[]): void;
}

/** `now`: milliseconds UTC. */
export function memoryStore(now: () => number): MemoryStore {
  const stored: EntryRow[] = [];
  return {
    add: (...rows) => void stored.push(...rows),
    ping: async () => {},
    entries: async (scope, window, { limit, after }) => {
      const oldest = Math.max(window.start, now() - RETENTION_MS);
      const found = stored
        .filter((row) => row.scope_id === scope.id && row.scope_type === scope.type)
        .filter((row) => scope.visibilities.some((visibility) => visibility === row.visibility))
        .map((row) => ({ row, position: positionOf(row) }))
        .filter(({ position }) => position.eventTime >= oldest && position.eventTime < window.end)
        .filter(({ position }) => after === undefined || compare(position, after) < 0)
        .toSorted((left, right) => compare(right.position, left.position));
      return fillPage(
        found.slice(0, limit + 1).map(({ row }) => row),
        limit,
      );
    },
  };
}

const compare = (left: Position, right: Position): number =>
  left.eventTime - right.eventTime || compareText(idOrder(left.id), idOrder(right.id));

/** ClickHouse orders UUIDs by their second half. */
const idOrder = (id: string): string => id.slice(19) + id.slice(0, 18);

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
