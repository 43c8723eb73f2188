// The main path of feed and tail: authorize, find the place to go on, and read what arrived behind it.
import { RETENTION_DAYS, RETENTION_MS } from "@audit-log/schemas";
import { authorize, type AuthorizedScope } from "../../auth/authorize.ts";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import type { Entry } from "../../entries/entry.ts";
import { filterText } from "../../filter/index.ts";
import { Problem } from "../../problem.ts";
import { anyEventTime, arrivalAt, arrivalOf, type Arrival } from "../../query/arrival.ts";
import { initiatorOf } from "../../query/entry-row.ts";
import type { FeedBinding, FeedCursors } from "../../query/feed-cursor.ts";
import type { Selection } from "../../query/selection.ts";
import { settledUntilOf, type FeedStore } from "../../store/feed-store.ts";
import { letIn, type Visit } from "../let-in.ts";
import { type ListDependencies } from "../list-entries.ts";
import type { AskedFeed } from "./feed-parameters.ts";

export interface FeedDependencies extends Omit<ListDependencies, "store" | "cursors"> {
  feed: FeedStore;
  cursors: FeedCursors;
}

export interface FeedRequest extends Visit {
  readonly asked: AskedFeed;
  /** How long before now a feed begins that was told nothing, milliseconds. */
  readonly defaultAgeMs: number;
}

/** What arrived behind some place. */
export interface Arrived {
  readonly items: readonly { readonly entry: Entry; readonly at: Arrival }[];
  /** Milliseconds UTC: nothing that was received before is to come any more. */
  readonly settledUntil: number;
  readonly more: boolean;
  readonly last: Arrival;
}

export interface OpenFeed {
  readonly granted: AuthorizedScope;
  readonly start: Arrival;
  /** Throws StoreUnavailable. */
  readonly after: (place: Arrival, signal: AbortSignal) => Promise<Arrived>;
  readonly cursorOf: (place: Arrival) => string;
  /** Asks anew; what it may show from now on is what is granted now. Throws StoreUnavailable, AuthorizerUnavailable. */
  readonly isGranted: (signal: AbortSignal) => Promise<boolean>;
}

/**
 * Events may come before it is known what their scope lies below (a project that was created a moment ago): the workers' surveys find out
 * within some 5 seconds. Who reads what is below a scope waits for three of them.
 */
const PLACED_WITHIN_MS = 15_000;
/** For clients whose clock differs a little, or whose request took a while. */
const SLACK_MS = 60_000;

const VERSION = "v3";

/** Throws Problem (400, 403, 404), StoreUnavailable, AuthorizerUnavailable. */
export async function openFeed(
  { authority, feed, emails, cursors, metrics, now }: FeedDependencies,
  { principal, scope, asked, defaultAgeMs, reading, signal }: FeedRequest,
): Promise<OpenFeed> {
  const { descendants, filter } = asked;
  let granted = await letIn({ authority, metrics }, { principal, scope, reading, signal }, VERSION);
  const binding = { scope, subject: principal.subject, descendants, filter: filterText(filter) };
  const start = startOf(asked, cursors, binding, now(), defaultAgeMs);
  const waitMs = descendants && scope.type !== "PROJECT" ? PLACED_WITHIN_MS : 0;

  return {
    granted,
    start,
    isGranted: async (stopped) => {
      const answer = await authorize(authority, principal, scope, stopped);
      if (typeof answer !== "object") return false;
      granted = answer;
      return true;
    },
    cursorOf: (place) => cursors.seal(binding, place),
    after: async (place, stopped) => {
      // Before anything else is read: what comes after this answer is received later.
      const settledUntil = Math.max(0, settledUntilOf(await feed.progress(stopped)) - waitMs);
      const selection: Selection = { scope: granted, descendants, window: anyEventTime(now()), filter };
      const page = { limit: asked.limit, after: place, until: settledUntil };
      const { rows, more, last } = await feed.arrived(selection, page, stopped);
      const emailOf = await emails.latest(rows.map(initiatorOf), stopped);
      metrics.entriesReturned.inc({ version: VERSION }, rows.length);
      const items = rows.map((row) => ({ entry: entryOfRow(row, emailOf(initiatorOf(row))), at: arrivalOf(row) }));
      return { items, settledUntil, more, last };
    },
  };
}

function startOf(
  { from, cursor }: AskedFeed,
  cursors: FeedCursors,
  binding: FeedBinding,
  now: number,
  defaultAgeMs: number,
): Arrival {
  if (cursor !== undefined) {
    if (from !== undefined) throw new Problem("invalid-period", "cursor says where to go on: leave from out");
    const place = cursors.open(binding, cursor);
    if (place === undefined) throw new Problem("invalid-cursor", "cursor is not valid");
    return place;
  }
  const start = from ?? now - defaultAgeMs;
  if (start < now - RETENTION_MS - SLACK_MS)
    throw new Problem("invalid-period", `from must be within the last ${RETENTION_DAYS} days`);
  if (start > now + SLACK_MS) throw new Problem("invalid-period", "from must not be in the future");
  return arrivalAt(start);
}
