// `list --summary`: how many letters there are of each reason, how many were not replayed, the oldest and the newest.
import type { LetterTopic } from "./letter-topic.ts";
import type { Writing } from "../ops/terminal.ts";
import { printable, timeText } from "../ops/printable.ts";
import { selected, type Selection } from "./select.ts";

interface Count {
  reason: string;
  letters: number;
  open: number;
  /** Milliseconds UTC. */
  oldest: number;
  newest: number;
}

export async function summary(
  topic: LetterTopic,
  { selection, json }: { selection: Selection; json: boolean },
  { out, note }: Writing,
): Promise<void> {
  const counts = new Map<string, Count>();
  for await (const { kept: reason, at, replayedAt } of selected(topic, selection, ({ reason }) => reason)) {
    const count = counts.get(reason) ?? { reason, letters: 0, open: 0, oldest: at, newest: at };
    count.letters += 1;
    if (replayedAt === undefined) count.open += 1;
    count.oldest = Math.min(count.oldest, at);
    count.newest = Math.max(count.newest, at);
    counts.set(reason, count);
  }
  const sorted = [...counts.values()].sort((a, b) => b.letters - a.letters);
  if (sorted.length === 0) return note(`no such letters in ${topic.name}`);
  if (!json) out(columns(["REASON", "LETTERS", "NOT REPLAYED", "OLDEST", "NEWEST"]));
  for (const count of sorted) out(json ? jsonLine(count) : textLine(count));
}

const columns = ([first = "", ...rest]: string[]): string =>
  [first.padEnd(28), ...rest.map((cell, index) => (index < 2 ? cell.padStart(12) : cell.padEnd(24)))]
    .join("  ")
    .trimEnd();

const textLine = ({ reason, letters, open, oldest, newest }: Count): string =>
  columns([printable(reason), String(letters), String(open), timeText(oldest), timeText(newest)]);

const jsonLine = ({ reason, letters, open, oldest, newest }: Count): string =>
  JSON.stringify({ reason, letters, notReplayed: open, oldest: timeText(oldest), newest: timeText(newest) });
