// What a tail says, and when: the feed, followed. Nothing is dropped: whoever reads slowly is read for slowly, from the store, page by page.
import { AuthorizerUnavailable } from "../../auth/authorize.ts";
import type { Entry } from "../../entries/entry.ts";
import { StoreUnavailable } from "../../store/entry-store.ts";
import type { Arrived, OpenFeed } from "./open-feed.ts";

/** Why a tail ends by itself; a client comes again with the last id, and hears then what is wrong. */
export type TailEnd = "token-expired" | "closing" | "not-granted" | "unavailable";

export type TailEvent =
  | { readonly kind: "opened" }
  | { readonly kind: "heartbeat" }
  | { readonly kind: "entry"; readonly entry: Entry; readonly id: string }
  | { readonly kind: "settled"; readonly settledUntil: number; readonly id: string }
  | { readonly kind: "end"; readonly reason: TailEnd };

export interface TailPace {
  /** How often it is asked what has arrived. */
  readonly pollMs: number;
  /** Longest silence. */
  readonly heartbeatMs: number;
  /** How often it is said how far nothing more is to come while nothing comes; after entries it is said at once. */
  readonly settledMs: number;
  /** How often it is asked whether the reader may still read. */
  readonly recheckMs: number;
}

export const TAIL_PACE: TailPace = { pollMs: 1_000, heartbeatMs: 15_000, settledMs: 5_000, recheckMs: 30_000 };

export interface TailOptions {
  readonly feed: Pick<OpenFeed, "start" | "after" | "cursorOf" | "isGranted">;
  readonly pace: TailPace;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Waits so many milliseconds, or until it is over. */
  readonly wait: (ms: number) => Promise<void>;
  /** Why it is over; undefined while it is not. */
  readonly over: () => TailEnd | "hung-up" | undefined;
  readonly signal: AbortSignal;
  /** The store is away: what arrives is told when it is back. Throws what is no passing fault. */
  readonly onAway: (cause: unknown) => void;
  /** At each look; `rows`: entries since the last. */
  readonly onLook: (rows: number) => void;
}

export async function* tail(options: TailOptions): AsyncGenerator<TailEvent> {
  const { feed, pace, clock, wait, over, onLook } = options;
  let place = feed.start;
  let [toldUntil, toldAt, saidAt, checkedAt] = [0, -Infinity, clock(), clock()];
  yield { kind: "opened" };
  for (;;) {
    if (over() === undefined && clock() - checkedAt >= pace.recheckMs) {
      checkedAt = clock();
      const refusal = await refusalOf(options);
      if (refusal !== undefined) {
        yield { kind: "end", reason: refusal };
        return;
      }
    }
    const arrived = over() === undefined ? await look(options, place) : undefined;
    for (const { entry, at } of arrived?.items ?? []) {
      yield { kind: "entry", entry, id: feed.cursorOf(at) };
      saidAt = clock();
      if (over() !== undefined) break;
    }
    onLook(arrived?.items.length ?? 0);
    const reason = over();
    if (reason !== undefined) {
      if (reason !== "hung-up") yield { kind: "end", reason };
      return;
    }
    place = arrived?.last ?? place;
    if (arrived?.more === true) continue;
    const isNews = arrived !== undefined && arrived.settledUntil > toldUntil;
    if (isNews && (arrived.items.length > 0 || clock() - toldAt >= pace.settledMs)) {
      [toldUntil, toldAt, saidAt] = [arrived.settledUntil, clock(), clock()];
      yield { kind: "settled", settledUntil: toldUntil, id: feed.cursorOf(place) };
    }
    if (clock() - saidAt >= pace.heartbeatMs) {
      saidAt = clock();
      yield { kind: "heartbeat" };
    }
    await wait(pace.pollMs);
  }
}

/** Nobody reads on in doubt: who comes again hears what is the matter. */
async function refusalOf({ feed, signal }: TailOptions): Promise<TailEnd | undefined> {
  try {
    return (await feed.isGranted(signal)) ? undefined : "not-granted";
  } catch (cause) {
    if (cause instanceof StoreUnavailable || cause instanceof AuthorizerUnavailable) return "unavailable";
    throw cause;
  }
}

async function look(
  { feed, signal, over, onAway }: TailOptions,
  place: OpenFeed["start"],
): Promise<Arrived | undefined> {
  try {
    return await feed.after(place, signal);
  } catch (cause) {
    if (over() === undefined) onAway(cause);
    return undefined;
  }
}
