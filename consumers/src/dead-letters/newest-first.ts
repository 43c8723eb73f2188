// The letters of a topic, newest first, and whether each was replayed. A partition is read backwards in pieces, so that a note is seen before
// the letters that it names, the newest letters of a topic of any length are there at once, and only one piece is held in memory.
import { letterOf, type Letter, type Position } from "./letter.ts";
import type { Bounds, LetterTopic } from "./letter-topic.ts";
import { noteOf, replayTimes, type Note } from "./note.ts";

/** What is kept of a letter, without its bytes unless `keep` keeps them. */
export interface Seen<T> {
  position: Position;
  /** When it was dead-lettered, milliseconds UTC. */
  at: number;
  /** When it was last replayed, milliseconds UTC; undefined where it never was. */
  replayedAt: number | undefined;
  kept: T;
}

/** What is wanted of a letter; undefined leaves the letter out. */
export type Keep<T> = (letter: Letter) => T | undefined | Promise<T | undefined>;

/** The newest are there soon; whoever wants more does not fetch the same record batches for every piece. */
const FIRST_PIECE = 1_000;
const LARGEST_PIECE = 16_000;

export async function* newestFirst<T>(
  topic: Pick<LetterTopic, "read">,
  bounds: readonly Bounds[],
  keep: Keep<T>,
): AsyncGenerator<Seen<T>> {
  const partitions = bounds.map((one) => backwards(topic, one, keep));
  const heads = await Promise.all(partitions.map((partition) => partition.next()));
  for (;;) {
    let newest: { index: number; seen: Seen<T> } | undefined;
    for (const [index, head] of heads.entries()) {
      if (head.done !== true && (newest === undefined || head.value.at > newest.seen.at))
        newest = { index, seen: head.value };
    }
    if (newest === undefined) return;
    yield newest.seen;
    const partition = partitions[newest.index];
    if (partition !== undefined) heads[newest.index] = await partition.next();
  }
}

async function* backwards<T>(
  topic: Pick<LetterTopic, "read">,
  { partition, from, to }: Bounds,
  keep: Keep<T>,
): AsyncGenerator<Seen<T>, void> {
  let notes: Note[] = [];
  let piece = FIRST_PIECE;
  for (let end = to; end > from;) {
    const start = Math.max(from, end - piece);
    const found: Omit<Seen<T>, "replayedAt">[] = [];
    for await (const message of topic.read({ partition, from: start, to: end })) {
      const note = noteOf(message);
      if (note !== undefined) {
        notes.push(note);
        continue;
      }
      const kept = await keep(letterOf(message));
      const position = { partition, offset: message.offset };
      if (kept !== undefined) found.push({ position, at: message.timestamp, kept });
    }
    const replayed = replayTimes(notes, start, end);
    for (const one of found.toReversed()) yield { ...one, replayedAt: replayed.get(one.position.offset) };
    // What a note says of letters that were passed is of no more use.
    notes = notes.filter((note) => note.replayed.some(([first]) => first < start));
    end = start;
    piece = Math.min(2 * piece, LARGEST_PIECE);
  }
}
