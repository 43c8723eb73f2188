// Sends the letters of a plan to their topics again, oldest first, in groups. A group is acknowledged by all replicas before the note that
// remembers it is written: whoever is killed between the two sends that one group again, and an event that arrives twice is shown once.
import kafkajs, { type IHeaders, type Producer } from "kafkajs";
import { REPLAY_OF, letterOf, positionText, sizeOf, type Letter } from "./letter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import { noteMessage, type OffsetRange } from "./note.ts";
import type { Plan } from "./plan.ts";

const { CompressionTypes } = kafkajs;
const ALL_REPLICAS = -1;
const GROUP_LETTERS = 200;
/** A broker takes 1 MiB at once; a single letter may have more and must then be small when it is compressed. */
const GROUP_BYTES = 512 * 1024;
/** Read across what is not wanted rather than ask anew. */
const GAP = 500;

/** Returns when everything is sent and remembered. Throws what Kafka refuses; what was sent before is remembered then. */
export async function sendPlanned(
  topic: LetterTopic,
  producer: Pick<Producer, "sendBatch" | "send">,
  { letters }: Plan,
  onSent: (count: number) => void,
): Promise<void> {
  for (const [partition, ranges] of letters) {
    for await (const group of groups(lettersIn(topic, partition, ranges))) {
      await sendGroup(producer, group);
      const note = noteMessage(
        partition,
        group.map(({ position }) => position.offset),
      );
      await producer.send({ topic: topic.name, acks: ALL_REPLICAS, messages: [note] });
      onSent(group.length);
    }
  }
}

async function sendGroup(producer: Pick<Producer, "sendBatch">, group: readonly Letter[]): Promise<void> {
  const byTopic = Map.groupBy(group, ({ origin }) => origin?.topic ?? "");
  const topicMessages = [...byTopic].map(([topic, letters]) => ({ topic, messages: letters.map(replayed) }));
  try {
    await producer.sendBatch({ acks: ALL_REPLICAS, compression: CompressionTypes.ZSTD, topicMessages });
  } catch (cause) {
    const [first, last] = [group[0], group.at(-1)].map((letter) => letter && positionText(letter.position));
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the letters ${first} to ${last} could not be sent, what was before them is: ${why}`, { cause });
  }
}

/** The original, and whose replay it is: a letter that comes back says so. */
export function replayed({ position, key, value, headers }: Letter): {
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
} {
  return { key, value, headers: { ...headers, [REPLAY_OF]: positionText(position) } };
}

/** The letters of these ascending ranges, oldest first. */
export async function* lettersIn(
  topic: Pick<LetterTopic, "read">,
  partition: number,
  ranges: readonly OffsetRange[],
): AsyncGenerator<Letter> {
  for (const span of spans(ranges)) {
    let wanted = 0;
    const from = span[0]?.[0] ?? 0;
    const to = (span.at(-1)?.[1] ?? -1) + 1;
    for await (const message of topic.read({ partition, from, to })) {
      while ((span[wanted]?.[1] ?? Infinity) < message.offset) wanted += 1;
      if (message.offset >= (span[wanted]?.[0] ?? Infinity)) yield letterOf(message);
    }
  }
}

/** Ranges that are close to each other are read in one go. */
function spans(ranges: readonly OffsetRange[]): OffsetRange[][] {
  const spans: OffsetRange[][] = [];
  for (const range of ranges) {
    const span = spans.at(-1);
    const end = span?.at(-1)?.[1];
    if (span !== undefined && end !== undefined && range[0] - end <= GAP) span.push(range);
    else spans.push([range]);
  }
  return spans;
}

async function* groups(letters: AsyncIterable<Letter>): AsyncGenerator<Letter[]> {
  let group: Letter[] = [];
  let bytes = 0;
  for await (const letter of letters) {
    if (group.length > 0 && (group.length >= GROUP_LETTERS || bytes + sizeOf(letter) > GROUP_BYTES)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(letter);
    bytes += sizeOf(letter);
  }
  if (group.length > 0) yield group;
}
