// From what arrived to a page of the feed: each event once, where it was received first; and where the next page goes on.
import { arrivalAt, arrivalOf, type ArrivalPage } from "../query/arrival.ts";
import type { ArrivedKey } from "../query/arrived-keys-query.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { ArrivedPage } from "./feed-store.ts";
import { fillPage } from "./fill-page.ts";

/** Reads every copy of these keys, in the order of arrival; whoever leaves early has not asked for the rest. */
export type CopiesOf = (keys: readonly ArrivedKey[]) => AsyncIterable<EntryRow> | Iterable<EntryRow>;

export interface FoundKeys {
  /** In the order of arrival, one more than the page may have where there are as many. */
  readonly found: readonly ArrivedKey[];
  /** Milliseconds UTC: what was received before was looked through, unless the page was full. */
  readonly until: number;
}

/** `atOnce`: copies of how many keys may be asked for. */
export async function arrivedPage(
  { found, until }: FoundKeys,
  { limit, after, until: wanted }: ArrivalPage,
  copiesOf: CopiesOf,
  atOnce = limit,
): Promise<ArrivedPage> {
  const keys = found.slice(0, limit);
  const isFull = found.length > limit;
  let isWhole = false;
  async function* firsts(): AsyncGenerator<EntryRow> {
    for (let start = 0; start < keys.length; start += atOnce) {
      const some = keys.slice(start, start + atOnce);
      yield* receivedFirst(copiesOf(some), some);
    }
    isWhole = true;
  }
  const { rows } = await fillPage(firsts());
  const [lastKey, lastRow] = [keys.at(-1), rows.at(-1)];
  if (!isWhole && lastRow !== undefined) return { rows, more: true, last: arrivalOf(lastRow) };
  if (isFull && lastKey !== undefined) {
    const [, , event_id, received_time] = lastKey;
    return { rows, more: true, last: arrivalOf({ event_id, received_time }) };
  }
  // Nothing more is to come before that moment.
  return { rows, more: until < wanted, last: until > after.receivedTime ? arrivalAt(until) : after };
}

/** Of the copies of an event the one that was received first, where it is one of the keys: else it was on a page before. */
async function* receivedFirst(
  copies: AsyncIterable<EntryRow> | Iterable<EntryRow>,
  keys: readonly ArrivedKey[],
): AsyncGenerator<EntryRow> {
  const wanted = new Set(keys.map((key) => key.join(" ")));
  const seen = new Set<string>();
  for await (const row of copies) {
    const event = [row.scope_id, row.event_time, row.event_id].join(" ");
    if (seen.has(event)) continue;
    seen.add(event);
    if (wanted.has(`${event} ${row.received_time}`)) yield row;
  }
}
