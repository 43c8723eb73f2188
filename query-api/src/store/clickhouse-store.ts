// EntryStore on ClickHouse, over HTTP.
import {
  ENTRIES_OF_SCOPES,
  PARTITION_PROGRESS,
  INITIATOR_EMAILS,
  ORGANIZATION_OUTLINES,
  SCOPE_ENTRIES,
  SCOPE_PLACE,
  SETTLED_WEEKS,
} from "@audit-log/schemas";
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from "@clickhouse/client";
import { clickhouseEmails } from "../emails/clickhouse-emails.ts";
import type { Emails } from "../emails/emails.ts";
import { clickhouseHierarchy } from "../hierarchy/clickhouse-hierarchy.ts";
import type { Hierarchy } from "../hierarchy/hierarchy.ts";
import { clickhouseInsightRows, type InsightRows } from "../insights/insight-rows.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { entriesQuery, keysQuery, MOST_ENTRIES, type EntryKey } from "../query/keys-query.ts";
import type { Order, Page } from "../query/page.ts";
import { pageWindows } from "../query/page-windows.ts";
import { MOST_KEYS, rowsQuery } from "../query/rows-query.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";
import { clickhouseSummaries } from "../summary/clickhouse-summaries.ts";
import type { Summaries } from "../summary/summary.ts";
import { storeFault } from "./clickhouse-faults.ts";
import { clickhouseFeed } from "./clickhouse-feed.ts";
import type { FeedStore } from "./feed-store.ts";
import type { EntryStore } from "./entry-store.ts";
import { fillPage, storedPage } from "./fill-page.ts";
import { pageKeys, type FindKeys } from "./page-keys.ts";
import { pageRows, type AskedPage, type ReadRows } from "./page-rows.ts";
import { readEntryRows, readRows } from "./read-rows.ts";
import { sparseScopes } from "./sparse-scopes.ts";

export interface ClickHouseAddress {
  url: string;
  database: string;
  /** A user that can only read; it must be allowed to tighten limits per query (readonly = 2). */
  username: string;
  password: string;
}

/** Longer than any query may run, so that the server's own words are heard. */
const REQUEST_TIMEOUT_MS = 12_000;

export interface ClickHouseStore extends EntryStore, AsyncDisposable {
  /** Over the same connections. */
  readonly summaries: Summaries;
  readonly insightRows: InsightRows;
  readonly emails: Emails;
  readonly hierarchy: Hierarchy;
  readonly feed: FeedStore;
}

/** What pages and counts read from. Nothing is found. */
const REACHABLE = {
  query: [
    SCOPE_ENTRIES,
    ORGANIZATION_OUTLINES,
    ENTRIES_OF_SCOPES,
    SCOPE_PLACE,
    INITIATOR_EMAILS,
    PARTITION_PROGRESS,
    SETTLED_WEEKS,
  ]
    .map((view) => `SELECT 1 FROM ${view} LIMIT 1`)
    .join(" UNION ALL "),
  query_params: {
    scopeId: "",
    scopeType: "",
    organizationId: "",
    scopeIds: [],
    visibilities: [],
    ids: [],
    heardSince: "2000-01-01 00:00:00.000",
    since: "2100-01-01",
  },
};

export function clickhouseStore(address: ClickHouseAddress): ClickHouseStore {
  const client = createClient({
    ...address,
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: 32,
    // The initiators of a page are more than fit into a URL.
    use_multipart_params_auto: true,
    // Its own log would show what was asked; faults are logged where they are answered.
    log: { level: ClickHouseLogLevel.OFF },
  });
  const sparse = sparseScopes(monotonic);
  return {
    entries: async (selection, page, signal) => {
      const windows = pageWindows(selection, page, sparse.has(selection), monotonic);
      const ask = selection.descendants || page.limit >= MOST_ENTRIES ? pageByKeys : pageAtOnce;
      const { asked, ...found } = await ask(client, selection, page, windows, signal);
      if (asked > 1 && page.after === undefined && selection.filter.kind === "all") sparse.add(selection);
      return found;
    },
    summaries: clickhouseSummaries(client),
    insightRows: clickhouseInsightRows(client),
    emails: clickhouseEmails(client),
    hierarchy: clickhouseHierarchy(client),
    feed: clickhouseFeed(client, Date.now, monotonic),
    ping: async () => {
      // A query and not /ping: it needs the user, the password and the tables too.
      const answer = await client
        .query({ ...REACHABLE, format: "JSONCompact" })
        .catch((cause: unknown) => Promise.reject(storeFault(cause)));
      answer.close();
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

const monotonic = (): number => performance.now();

const pageAtOnce = (
  client: ClickHouseClient,
  selection: Selection,
  page: Page,
  windows: Iterable<Window>,
  signal: AbortSignal,
): Promise<AskedPage> => {
  const read: ReadRows = (...asked) => readEntryRows(client, entriesQuery(...asked), signal);
  return pageRows(read, selection, page, windows, monotonic);
};

async function pageByKeys(
  client: ClickHouseClient,
  selection: Selection,
  page: Page,
  windows: Iterable<Window>,
  signal: AbortSignal,
): Promise<AskedPage> {
  const find: FindKeys = (...to) => findKeys(client, to, signal);
  const { keys, next, asked } = await pageKeys(find, selection, page, windows, monotonic);
  return { ...storedPage(await fillPage(entryRows(client, selection, keys, page.order, signal)), next), asked };
}

async function findKeys(
  client: ClickHouseClient,
  asked: Parameters<FindKeys>,
  signal: AbortSignal,
): Promise<EntryKey[]> {
  const keys: EntryKey[] = [];
  for await (const [scopeId = "", eventTime = "", id = ""] of readRows(client, keysQuery(...asked), 3, signal))
    keys.push([scopeId, eventTime, id]);
  return keys;
}

/** A piece is asked for when the one before it was read: who leaves early has not asked for the rest. */
async function* entryRows(
  client: ClickHouseClient,
  selection: Selection,
  keys: readonly EntryKey[],
  order: Order,
  signal: AbortSignal,
): AsyncGenerator<EntryRow> {
  for (let first = 0; first < keys.length; first += MOST_KEYS) {
    yield* readEntryRows(client, rowsQuery(selection, keys.slice(first, first + MOST_KEYS), order), signal);
  }
}
