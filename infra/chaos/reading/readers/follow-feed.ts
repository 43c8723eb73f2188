// Reads by arrival from the beginning: for ever, or as far as everything is settled and then once more from the beginning.
import { setTimeout as sleep } from "node:timers/promises";
import { anyQuestion, type Question, type Questions } from "../question.ts";
import type { Showing } from "../showing.ts";
import { type FeedPlace, feedPage } from "./feed-page.ts";
import { iso, type Reader } from "./reader.ts";

export async function followFeed(reader: Reader, question: Question): Promise<void> {
  const showing = newStream(reader, question, "feed", "for ever");
  await readOn(reader, showing, () => showing.settledUntil >= reader.goal());
}

export async function repeatFeed(reader: Reader, questions: Questions): Promise<void> {
  while (!reader.over.aborted) {
    const question = anyQuestion(questions, reader.random);
    await readOn(reader, newStream(reader, question, "feed", "once"), () => true);
    await sleep(reader.random.between(1_000, 4_000));
  }
}

/** Remembered from its beginning: of a stream that never ends the checker wants what it showed, too. */
export function newStream(reader: Reader, question: Question, mode: "feed" | "tail", how: string): Showing {
  const showing: Showing = {
    mode,
    how,
    question,
    order: "by-arrival",
    since: reader.since,
    settledUntil: 0,
    pages: 0,
    shown: [],
    told: [],
  };
  reader.memory.showings.push(showing);
  return showing;
}

/** It is told that all is settled until then. */
export function tell(showing: Showing, until: number): void {
  showing.settledUntil = Math.max(showing.settledUntil, until);
  showing.told.push({ until, count: showing.shown.length });
}

async function readOn(reader: Reader, showing: Showing, isEnough: () => boolean): Promise<void> {
  const { random, memory, since } = reader;
  let place: FeedPlace = { from: iso(since) };
  for (;;) {
    const limit = random.pick([2, 10, 50, 300, 1_000]);
    const page = await feedPage(reader, showing.question, place, limit);
    showing.pages += 1;
    showing.shown.push(...page.items.map((entry) => memory.entries.of(entry)));
    place = { cursor: page.cursor };
    if (page.more) continue;
    tell(showing, Date.parse(page.settledUntil));
    if (isEnough()) return;
    await sleep(random.between(1_000, 6_000));
  }
}
