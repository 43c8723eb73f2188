// `list`: one line per letter, for people or for programs.
import { eventIdOf, originText, positionText, sizeOf, type Letter } from "./letter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import type { Seen } from "./newest-first.ts";
import { printable, sizeText, timeText } from "../ops/printable.ts";
import type { Writing } from "../ops/terminal.ts";
import { selected, type Selection } from "./select.ts";

/** What a line says of a letter; its bytes are not held. */
interface Listed {
  reason: string;
  message: string;
  origin: Letter["origin"];
  originText: string;
  bytes: number;
  schemaId: number | undefined;
  eventId: string | undefined;
  replayOf: string | undefined;
}

export interface ListOptions {
  selection: Selection & { limit: number };
  oldestFirst: boolean;
  json: boolean;
}

export async function list(
  topic: LetterTopic,
  { selection, oldestFirst, json }: ListOptions,
  { out, note }: Writing,
): Promise<void> {
  const { limit } = selection;
  const line = json ? jsonLine : textLine;
  // One more than asked for tells whether there are more. The oldest are the last that are seen: as many as asked for are held.
  const found = selected(topic, { ...selection, limit: oldestFirst ? undefined : limit + 1 }, listed);
  let held: Seen<Listed>[] = [];
  let count = 0;
  for await (const seen of found) {
    count += 1;
    if (count === 1 && !json) out(HEADER);
    if (!oldestFirst && count <= limit) out(line(seen));
    if (oldestFirst) held.push(seen);
    if (held.length >= 2 * limit) held = held.slice(-limit);
  }
  if (oldestFirst) for (const seen of held.slice(-limit).toReversed()) out(line(seen));
  if (count === 0) note(`no such letters in ${topic.name}`);
  if (count > limit) note(`there are more than ${limit}: --limit shows more, --summary counts them`);
}

const listed = (letter: Letter): Listed => ({
  reason: letter.reason,
  message: letter.message,
  origin: letter.origin,
  originText: originText(letter),
  bytes: sizeOf(letter),
  schemaId: letter.schemaId,
  eventId: eventIdOf(letter),
  replayOf: letter.replayOf,
});

const WIDTHS = [8, 24, 25, 36, 9, 10];
const columns = (cells: string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join("  ")
    .trimEnd();
const HEADER = columns(["LETTER", "TIME", "REASON", "FROM", "SIZE", "SCHEMA", "REPLAYED"]);

export function textLine({ position, at, replayedAt, kept }: Seen<Listed>): string {
  const schema = kept.schemaId === undefined ? "-" : String(kept.schemaId);
  const again = kept.replayOf === undefined ? "" : ` (came back, was ${kept.replayOf})`;
  const replayed = (replayedAt === undefined ? "no" : timeText(replayedAt)) + again;
  const cells = [
    positionText(position),
    timeText(at),
    kept.reason,
    kept.originText,
    sizeText(kept.bytes),
    schema,
    replayed,
  ];
  return columns(cells.map(printable));
}

function jsonLine({ position, at, replayedAt, kept }: Seen<Listed>): string {
  return JSON.stringify({
    letter: positionText(position),
    time: timeText(at),
    reason: kept.reason,
    message: kept.message,
    topic: kept.origin?.topic ?? null,
    partition: kept.origin?.partition ?? null,
    offset: kept.origin?.offset ?? null,
    bytes: kept.bytes,
    schemaId: kept.schemaId ?? null,
    eventId: kept.eventId ?? null,
    replayedAt: replayedAt === undefined ? null : timeText(replayedAt),
    replayOf: kept.replayOf ?? null,
  });
}
