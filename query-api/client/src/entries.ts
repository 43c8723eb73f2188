// Lists by event time: a page, and all pages one after the other.
import { ApiError } from "./api-error.ts";
import type { Entry, EntryPage } from "./answers.ts";
import { getJson, type HttpOptions } from "./http.ts";
import { scopePath, selectionQuery, type Selection } from "./scope.ts";

export type Order = "newest-first" | "oldest-first";

export interface ListOptions extends Selection {
  /** Default: newest-first. */
  readonly order?: Order | undefined;
  /** Entries of one page: 1 to 1000. */
  readonly limit?: number | undefined;
  /** That of the page before; all else must be as it was. */
  readonly cursor?: string | undefined;
}

export const listPage = (http: HttpOptions, options: ListOptions, signal?: AbortSignal): Promise<EntryPage> =>
  getJson(
    http,
    `${scopePath(options.scope)}/entries`,
    {
      ...selectionQuery(options),
      order: options.order,
      limit: options.limit?.toString(),
      cursor: options.cursor,
    },
    signal,
  );

/** Every entry of the period, which the first page fixes. A page may be empty and have a cursor. */
export async function* listEntries(
  http: HttpOptions,
  options: ListOptions,
  signal?: AbortSignal,
): AsyncGenerator<Entry, void, undefined> {
  let { cursor } = options;
  do {
    const page = await listPage(http, { ...options, cursor }, signal);
    yield* page.items;
    if (page.cursor !== undefined && page.cursor === cursor)
      throw new ApiError("the audit log gave the same cursor twice");
    cursor = page.cursor;
  } while (cursor !== undefined);
}
