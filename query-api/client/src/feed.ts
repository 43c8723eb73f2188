// Reading by arrival, for machines: every entry once, also what comes late, resumable for ever by the last page's cursor.
import type { FeedPage } from "./answers.ts";
import { getJson, type HttpOptions } from "./http.ts";
import { questionQuery, scopePath, type Question } from "./scope.ts";

export interface FeedOptions extends Question {
  /** Where to go on; without it, `from`. */
  readonly cursor?: string | undefined;
  /** First time of receipt, RFC 3339. Default: 24 hours ago. */
  readonly from?: string | undefined;
  /** Entries of one page: 1 to 1000. */
  readonly limit?: number | undefined;
  /** Goes on when there is nothing more at the moment. Default: true. */
  readonly follow?: boolean | undefined;
  /** Between looks when there was nothing more. Default: 2 seconds. */
  readonly pollMs?: number | undefined;
}

/** Keep a page's cursor once its entries are dealt with. A page may be empty. */
export async function* readFeed(
  http: HttpOptions,
  { from, limit, follow = true, pollMs = 2_000, ...options }: FeedOptions,
  signal?: AbortSignal,
): AsyncGenerator<FeedPage, void, undefined> {
  let { cursor } = options;
  for (;;) {
    const query = { ...questionQuery(options), cursor, from: cursor === undefined ? from : undefined };
    const path = `${scopePath(options.scope)}/entries/feed`;
    const page = await getJson<FeedPage>(http, path, { ...query, limit: limit?.toString() }, signal);
    yield page;
    cursor = page.cursor;
    if (page.more) continue;
    if (!follow) return;
    await http.pace.wait(pollMs, signal);
  }
}
