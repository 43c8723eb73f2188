// EntryStore in memory: the double that tests run on. It keeps every row it is given, also duplicates and what must not be shown.
import { RETENTION_MS } from "@audit-log/schemas";
import type { MemoryEmails } from "../emails/memory-emails.ts";
import type { MemoryHierarchy } from "../hierarchy/memory-hierarchy.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import { positionOf, type Position } from "../query/position.ts";
import type { EntryStore } from "./entry-store.ts";
import { fillPage, storedPage } from "./fill-page.ts";
import { selected } from "./memory-selected.ts";

export interface MemoryStore extends EntryStore {
  add(...rows: EntryRow[]): void;
  /** All that was put in. */
  readonly rows: readonly EntryRow[];
}

export interface MemoryStoreParts {
  /** Milliseconds UTC. */
  readonly now: () => number;
  readonly emails: MemoryEmails;
  readonly hierarchy: MemoryHierarchy;
}

export function memoryStore({ now, emails, hierarchy }: MemoryStoreParts): MemoryStore {
  const stored: EntryRow[] = [];
  return {
    rows: stored,
    add: (...rows) => void stored.push(...rows),
    ping: async () => {},
    entries: async (selection, { limit, order, after }, signal) => {
      const oldest = now() - RETENTION_MS;
      const direction = order === "newest-first" ? -1 : 1;
      const emailOf = await emails.latest(stored.map(initiatorOf), signal);
      const found = (await selected(stored, selection, emailOf, hierarchy))
        .map((row) => ({ row, position: positionOf(row) }))
        .filter(({ position }) => position.eventTime >= oldest)
        .filter(({ position }) => after === undefined || compare(position, after) * direction > 0)
        .toSorted((left, right) => compare(left.position, right.position) * direction)
        .map(({ row }) => row);
      const [shown, last] = [found.slice(0, limit), found[limit - 1]];
      return storedPage(
        await fillPage(shown),
        found.length > limit && last !== undefined ? positionOf(last) : undefined,
      );
    },
  };
}

const compare = (left: Position, right: Position): number =>
  left.eventTime - right.eventTime || compareIds(left.id, right.id);

export const compareIds = (left: string, right: string): number => compareText(idOrder(left), idOrder(right));

/** ClickHouse orders UUIDs by their second half. */
const idOrder = (id: string): string => id.slice(19) + id.slice(0, 18);

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
