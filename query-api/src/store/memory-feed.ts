// FeedStore in memory: over the rows of the store in memory, and what a test says of workers.
import { RETENTION_MS } from "@audit-log/schemas";
import { arrivalOf, type Arrival } from "../query/arrival.ts";
import type { ArrivedKey } from "../query/arrived-keys-query.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import { positionOf } from "../query/position.ts";
import { arrivedPage } from "./arrived-page.ts";
import type { DomainProgress, FeedStore } from "./feed-store.ts";
import { selected } from "./memory-selected.ts";
import { compareIds, type MemoryStore, type MemoryStoreParts } from "./memory-store.ts";

export interface MemoryFeed extends FeedStore {
  /** What a worker says of one of a domain's partitions, which is the only one here. */
  tell(...progress: DomainProgress[]): void;
}

export function memoryFeed(
  { rows }: Pick<MemoryStore, "rows">,
  { now, emails, hierarchy }: MemoryStoreParts,
): MemoryFeed {
  const told = new Map<string, DomainProgress>();
  return {
    tell: (...progress) => {
      for (const one of progress) told.set(one.domain, one);
    },
    progress: async () => [...told.values()],
    arrived: async (selection, page, signal) => {
      const emailOf = await emails.latest(rows.map(initiatorOf), signal);
      const found = (await selected(rows, selection, emailOf, hierarchy))
        .filter((row) => positionOf(row).eventTime >= now() - RETENTION_MS)
        .filter((row) => arrivalOf(row).receivedTime < page.until && compare(arrivalOf(row), page.after) > 0)
        .toSorted(inOrder)
        .slice(0, page.limit + 1)
        .map((row): ArrivedKey => [row.scope_id, row.event_time, row.event_id, row.received_time]);
      return arrivedPage({ found, until: page.until }, page, (keys) => {
        const wanted = new Set(keys.map(([, , id]) => id));
        return rows.filter((row) => wanted.has(row.event_id)).toSorted(inOrder);
      });
    },
  };
}

const inOrder = (one: EntryRow, other: EntryRow): number => compare(arrivalOf(one), arrivalOf(other));

const compare = (one: Arrival, other: Arrival): number =>
  one.receivedTime - other.receivedTime || compareIds(one.id, other.id);
