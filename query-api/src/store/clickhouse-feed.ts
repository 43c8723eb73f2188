// FeedStore on ClickHouse. What is far behind is read in slices of received time, so that a page does not sort all that follows.
import type { ClickHouseClient } from "@clickhouse/client";
import type { ArrivalPage } from "../query/arrival.ts";
import { arrivedKeysQuery, type ArrivedKey } from "../query/arrived-keys-query.ts";
import type { EntryKey } from "../query/keys-query.ts";
import { progressQuery } from "../query/progress-query.ts";
import { MOST_KEYS, rowsQuery } from "../query/rows-query.ts";
import type { Selection } from "../query/selection.ts";
import { SHORT, slices } from "../query/slices.ts";
import { arrivedPage } from "./arrived-page.ts";
import type { DomainProgress, FeedStore } from "./feed-store.ts";
import { readEntryRows, readRows } from "./read-rows.ts";

/** `now`: milliseconds UTC. */
export function clickhouseFeed(client: ClickHouseClient, now: () => number): FeedStore {
  return {
    progress: async (signal) => {
      const found: DomainProgress[] = [];
      for await (const [domain = "", settledUntil, waitingSince] of readRows(client, progressQuery(now()), 3, signal))
        found.push({ domain, settledUntil: Number(settledUntil), waitingSince: Number(waitingSince) });
      return found;
    },
    arrived: async (selection, page, signal) =>
      arrivedPage(
        await findKeys(client, selection, page, signal),
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
  signal: AbortSignal,
): Promise<ArrivedKey[]> {
  const found: ArrivedKey[] = [];
  for (const received of slices({ start: after.receivedTime, end: until }, "oldest-first", SHORT)) {
    const wanted = limit + 1 - found.length;
    if (wanted === 0) break;
    const query = arrivedKeysQuery(selection, received, after, wanted);
    for await (const [scopeId = "", eventTime = "", id = "", receivedTime = ""] of readRows(client, query, 4, signal))
      found.push([scopeId, eventTime, id, receivedTime]);
  }
  return found;
}
