// The story: how Acme GmbH came to the cloud (a few events over 90 days) and a usual day (some hundred events).
import { foundation, months } from "./months.ts";
import { day } from "./day.ts";
import type { StoryEvent } from "./telling.ts";

/** Oldest first. `now`: milliseconds UTC, the end of the story's day. */
export function story(now: number): StoryEvent[] {
  return [...foundation(now), ...months(now), ...day(now)].toSorted((a, b) => a.at - b.at);
}
