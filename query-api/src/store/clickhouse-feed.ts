// FeedStore on ClickHouse. What is far behind is read in slices of received time, so that a page does not sort all that follows.
import type { ClickHouseClient } from "@clickhouse/client";
import type { ArrivalPage } from "../query/arrival.ts";
import { arrivedKeysQuery, type ArrivedKey } from "../query/arrived-keys-query.ts";
import type { EntryKey } from "../query/keys-query.ts";
import { progressQuery } from "../query/progress-query.ts";
import { MOST_KEYS, rowsQuery } from "../query/rows-query.ts";
import type { Selection } from "../query/selection.ts";
import { SHORT, slices } from "../query/slices.ts";
import { arrivedPage, type FoundKeys } from "./arrived-page.ts";
import type { DomainProgress, FeedStore } from "./feed-store.ts";
import { LOOKED_FOR_MS } from "./page-keys.ts";
import { readEntryRows, readRows } from "./read-rows.ts";

/** `now`: milliseconds UTC; `monotonic`: milliseconds of a clock that is never set back. */
export function clickhouseFeed(client: ClickHouseClient, now: () => number, monotonic: () => number): FeedStore {
  return {
    progress: async (signal) => {
      const found: DomainProgress[] = [];
      for await (const [domain = "", settledUntil, waitingSince] of readRows(client, progressQuery(now()), 3, signal))
        found.push({ domain, settledUntil: Number(settledUntil), waitingSince: Number(waitingSince) });
      return found;
    },
    arrived: async (selection, page, signal) =>
      arrivedPage(
        await findKeys(client, selection, page, monotonic, signal),
        page,
        (keys) => readEntryRows(client, rowsQuery(selection, keys.map(keyOf), "by-arrival"), signal),
        MOST_KEYS,
      ),
  };
}

const keyOf = ([scopeId, eventTime, id]: ArrivedKey): EntryKey => [scopeId, eventTime, id];

async function findKeys(
  client: ClickHouseClient,
  selection: Selection,
  { limit, after, until }: ArrivalPage,
  monotonic: () => number,
  signal: AbortSignal,
): Promise<FoundKeys> {
  const found: ArrivedKey[] = [];
  const latest = monotonic() + LOOKED_FOR_MS;
  for (const received of slices({ start: after.receivedTime, end: until }, "oldest-first", SHORT, monotonic)) {
    const query = arrivedKeysQuery(selection, received, after, limit + 1 - found.length);
    for await (const [scopeId = "", eventTime = "", id = "", receivedTime = ""] of readRows(client, query, 4, signal))
      found.push([scopeId, eventTime, id, receivedTime]);
    if (found.length > limit || monotonic() >= latest) return { found, until: received.end };
  }
  return { found, until };
}
