// How far events are stored, asked once for all readers of a moment. An answer that is a little old only says less.
import type { FeedStore } from "./feed-store.ts";

const LIFE_MS = 250;
const DEADLINE_MS = 5_000;

/** `now`: milliseconds of a clock that is never set back. */
export function recentProgress(feed: FeedStore, now: () => number): FeedStore {
  let recent: { at: number; answer: ReturnType<FeedStore["progress"]> } | undefined;
  return {
    arrived: (...asked) => feed.arrived(...asked),
    progress: () => {
      if (recent !== undefined && now() - recent.at < LIFE_MS) return recent.answer;
      // Not the signal of whoever asks first: others wait for the same answer.
      const answer = feed.progress(AbortSignal.timeout(DEADLINE_MS));
      const one = { at: now(), answer };
      recent = one;
      answer.catch(() => {
        if (recent === one) recent = undefined;
      });
      return answer;
    },
  };
}
