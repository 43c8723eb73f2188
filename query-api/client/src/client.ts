// The client: one method per route, each a few lines over http.ts.
import type {
  Catalogue,
  Entry,
  EntryPage,
  EntrySummary,
  FeedPage,
  FilterFields,
  Freshness,
  Insights,
  Manifest,
  RelatedEntries,
} from "./answers.ts";
import { listEntries, listPage, type ListOptions } from "./entries.ts";
import { exportEntries, type ExportOptions } from "./export.ts";
import { readFeed, type FeedOptions } from "./feed.ts";
import { getJson, type HttpOptions } from "./http.ts";
import { questionQuery, scopePath, selectionQuery, type Question, type Scope, type Selection } from "./scope.ts";
import { tailEntries, type TailEvent, type TailOptions } from "./tail.ts";
import { realPace, type Pace } from "./wait.ts";

export interface ClientOptions {
  /** Of the service, such as https://audit-log.example.com. */
  readonly url: string;
  /** A JWT; a function is asked before each request. */
  readonly token: string | (() => string | Promise<string>);
  /** Default: the platform's. Downloads do without it, for it shows no trailers. */
  readonly fetch?: typeof fetch;
  /** For the whole of a JSON answer, and for the first bytes of a stream. Default: 30 seconds. */
  readonly timeoutMs?: number;
  /** For tests. */
  readonly pace?: Pace;
}

export interface EntryOptions extends Pick<Question, "scope" | "includeDescendants"> {
  /** UUID. */
  readonly id: string;
}

export interface SummaryOptions extends Selection {
  /** Length of a bucket, such as 1h. Default: auto. */
  readonly interval?: string | undefined;
  /** Names of fields; empty: none. Default: the service's choice. */
  readonly facets?: readonly string[] | undefined;
}

/** Methods throw ApiError, and what their signal was aborted with. */
export interface AuditLogClient {
  page(options: ListOptions, signal?: AbortSignal): Promise<EntryPage>;
  entries(options: ListOptions, signal?: AbortSignal): AsyncGenerator<Entry, void, undefined>;
  entry(options: EntryOptions, signal?: AbortSignal): Promise<Entry>;
  /** `limit`: entries of each group. */
  related(
    options: EntryOptions & { readonly limit?: number | undefined },
    signal?: AbortSignal,
  ): Promise<RelatedEntries>;
  summary(options: SummaryOptions, signal?: AbortSignal): Promise<EntrySummary>;
  insights(options: Omit<Selection, "filter">, signal?: AbortSignal): Promise<Insights>;
  feed(options: FeedOptions, signal?: AbortSignal): AsyncGenerator<FeedPage, void, undefined>;
  tail(options: TailOptions, signal?: AbortSignal): AsyncGenerator<TailEvent, void, undefined>;
  export(options: ExportOptions, signal?: AbortSignal): AsyncGenerator<Buffer, Manifest, undefined>;
  freshness(scope: Scope, signal?: AbortSignal): Promise<Freshness>;
  catalogue(signal?: AbortSignal): Promise<Catalogue>;
  filterFields(signal?: AbortSignal): Promise<FilterFields>;
}

const TIMEOUT_MS = 30_000;

export function createClient(options: ClientOptions): AuditLogClient {
  const { url, token, timeoutMs = TIMEOUT_MS, pace = realPace } = options;
  const http: HttpOptions = { url, token, timeoutMs, pace, fetch: options.fetch ?? fetch };
  const entryPath = ({ scope, id }: EntryOptions): string => `${scopePath(scope)}/entries/${encodeURIComponent(id)}`;
  return {
    page: (asked, signal) => listPage(http, asked, signal),
    entries: (asked, signal) => listEntries(http, asked, signal),
    entry: (asked, signal) => getJson(http, entryPath(asked), questionQuery(descendantsOf(asked)), signal),
    related: (asked, signal) =>
      getJson(
        http,
        `${entryPath(asked)}/related`,
        { ...questionQuery(descendantsOf(asked)), limit: asked.limit?.toString() },
        signal,
      ),
    summary: ({ interval, facets, ...asked }, signal) =>
      getJson(
        http,
        `${scopePath(asked.scope)}/entries/summary`,
        { ...selectionQuery(asked), interval, facets: facets?.join(",") },
        signal,
      ),
    insights: ({ scope, includeDescendants, start, end }, signal) =>
      getJson(http, `${scopePath(scope)}/insights`, selectionQuery({ scope, includeDescendants, start, end }), signal),
    feed: (asked, signal) => readFeed(http, asked, signal),
    tail: (asked, signal) => tailEntries(http, asked, signal),
    export: (asked, signal) => exportEntries(http, asked, signal),
    freshness: (scope, signal) => getJson(http, `${scopePath(scope)}/freshness`, {}, signal),
    catalogue: (signal) => getJson(http, "/v3/catalogue", {}, signal),
    filterFields: (signal) => getJson(http, "/v3/filter-fields", {}, signal),
  };
}

const descendantsOf = ({ scope, includeDescendants }: EntryOptions): Question => ({ scope, includeDescendants });
