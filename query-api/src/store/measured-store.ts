// An EntryStore that measures how long the store behind it takes.
import type { Metrics } from "../metrics.ts";
import type { FeedStore } from "./feed-store.ts";
import type { EntryStore } from "./entry-store.ts";

export const measuredFeed = (feed: FeedStore, { querySeconds }: Pick<Metrics, "querySeconds">): FeedStore => ({
  progress: (signal) => feed.progress(signal),
  arrived: async (...asked) => {
    const stop = querySeconds.startTimer();
    try {
      const page = await feed.arrived(...asked);
      stop({ outcome: "ok" });
      return page;
    } catch (fault) {
      stop({ outcome: "failed" });
      throw fault;
    }
  },
});

export function measuredStore(store: EntryStore, { querySeconds }: Pick<Metrics, "querySeconds">): EntryStore {
  return {
    ping: () => store.ping(),
    entries: async (...asked) => {
      const stop = querySeconds.startTimer();
      try {
        const page = await store.entries(...asked);
        stop({ outcome: "ok" });
        return page;
      } catch (fault) {
        stop({ outcome: "failed" });
        throw fault;
      }
    },
  };
}
