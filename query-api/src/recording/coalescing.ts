// Polling, tailing and paging clients ask the same again and again: the first is told at once, what follows within a minute as one.
import { mergedRefusals, mergedSearches, mergedViews, refusalKey, searchKey, viewKey } from "./merge.ts";
import type { Recording } from "./recording.ts";
import { Repeats, type RepeatsOptions } from "./repeats.ts";

export interface CoalescingRecording extends Recording {
  /** Tells what is held back. */
  flush(): void;
}

/** Downloads are told one by one: each is a copy of its own. */
export function coalescing(recording: Recording, options: RepeatsOptions): CoalescingRecording {
  const views = new Repeats(viewKey, mergedViews, (view) => recording.viewed(view), options);
  const searches = new Repeats(searchKey, mergedSearches, (search) => recording.searched(search), options);
  const refusals = new Repeats(refusalKey, mergedRefusals, (refusal) => recording.refused(refusal), options);
  return {
    viewed: (view) => views.add(view),
    searched: (search) => searches.add(search),
    downloaded: (download) => recording.downloaded(download),
    refused: (refusal) => refusals.add(refusal),
    flush: () => {
      for (const repeats of [views, searches, refusals]) repeats.flush();
    },
  };
}
