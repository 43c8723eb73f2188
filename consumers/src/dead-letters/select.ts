// The letters that a command is about, newest first, one at a time.
import { matches, narrowed, type LetterFilter } from "./filter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import { newestFirst, type Keep, type Seen } from "./newest-first.ts";

export interface Selection {
  filter: LetterFilter;
  /** Only what was not replayed. */
  open: boolean;
  /** At most so many, the newest; undefined: all. */
  limit: number | undefined;
}

export async function* selected<T>(
  topic: Pick<LetterTopic, "bounds" | "read">,
  { filter, open, limit = Infinity }: Selection,
  keep: Keep<T>,
): AsyncGenerator<Seen<T>> {
  if (limit === 0) return;
  const bounds = narrowed(filter, await topic.bounds(filter.since));
  let count = 0;
  for await (const seen of newestFirst(topic, bounds, (letter) =>
    matches(filter, letter) ? keep(letter) : undefined,
  )) {
    if (open && seen.replayedAt !== undefined) continue;
    yield seen;
    count += 1;
    if (count >= limit) return;
  }
}
