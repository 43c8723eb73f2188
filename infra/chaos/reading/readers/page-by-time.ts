// Pages by event time to the end, pass after pass, each with a question, a window and a limit of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { anyQuestion, filterOf, type Questions } from "../question.ts";
import type { Showing } from "../showing.ts";
import { settledUntil } from "./feed-page.ts";
import { insist } from "./insist.ts";
import { iso, type Reader } from "./reader.ts";
import { periodOf } from "./window.ts";

/** A cursor that leads in circles is a fault to tell, not a loop to stay in. */
const MOST_PAGES = 20_000;

export async function pageByTime(
  reader: Reader,
  questions: Questions,
  order: "newest-first" | "oldest-first",
): Promise<void> {
  const { clients, random, memory, over, rate } = reader;
  while (!over.aborted) {
    const question = anyQuestion(questions, random);
    const { window, limit } = periodOf(random, rate);
    const settled = await settledUntil(reader, question);
    const showing: Showing = {
      mode: "list",
      how: `${order}, limit ${limit}, ${iso(window.start)} to ${iso(window.end)}`,
      question,
      order,
      window,
      since: reader.since,
      settledUntil: settled,
      pages: 0,
      shown: [],
      told: [],
    };
    const { scope, includeDescendants, asker } = question;
    const asked = { scope, includeDescendants, filter: filterOf(question), order, limit };
    const period = { start: iso(window.start), end: iso(window.end) };
    let cursor: string | undefined;
    do {
      const page = await insist(memory, () => clients[asker].page({ ...asked, ...period, cursor }));
      showing.shown.push(...page.items.map((entry) => memory.entries.of(entry)));
      showing.pages += 1;
      if (showing.pages > MOST_PAGES) throw new Error(`no end after ${MOST_PAGES} pages: ${showing.how}`);
      cursor = page.cursor;
    } while (cursor !== undefined);
    memory.showings.push(showing);
    await sleep(random.between(300, 1_500));
  }
}
