// Stores that measure how long the store behind them takes.
import type { Metrics } from "../metrics.ts";
import type { EntryStore } from "./entry-store.ts";
import type { FeedStore } from "./feed-store.ts";
import { measured } from "./measured.ts";

type Seconds = Pick<Metrics, "querySeconds">;

export const measuredFeed = (feed: FeedStore, { querySeconds }: Seconds): FeedStore => ({
  progress: (signal) => feed.progress(signal),
  arrived: (...asked) => measured(querySeconds, () => feed.arrived(...asked)),
});

export const measuredStore = (store: EntryStore, { querySeconds }: Seconds): EntryStore => ({
  ping: () => store.ping(),
  entries: (...asked) => measured(querySeconds, () => store.entries(...asked)),
});
