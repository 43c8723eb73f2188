// The live tail, broken off at random and resumed by the id of the last event that arrived.
import { setTimeout as sleep } from "node:timers/promises";
import { filterOf, type Question } from "../question.ts";
import { newStream, tell } from "./follow-feed.ts";
import { iso, type Reader } from "./reader.ts";

const MOST_EVENTS = 200;

/** The client comes again by itself where the service breaks it off. */
export async function followTail(reader: Reader, question: Question): Promise<void> {
  const { clients, random, memory, since, goal } = reader;
  const showing = newStream(reader, question, "tail", "broken off at random");
  const { scope, includeDescendants, asker } = question;
  const asked = { scope, includeDescendants, filter: filterOf(question), onBreak: () => void (memory.broken += 1) };
  let cursor: string | undefined;
  while (showing.settledUntil < goal()) {
    let left = random.between(1, MOST_EVENTS);
    const place = cursor === undefined ? { from: iso(since) } : { cursor };
    if (cursor !== undefined) memory.resumed += 1;
    showing.pages += 1;
    for await (const event of clients[asker].tail({ ...asked, ...place })) {
      ({ cursor } = event);
      if (event.kind === "entry") showing.shown.push(memory.entries.of(event.entry));
      else tell(showing, Date.parse(event.settledUntil));
      if (showing.settledUntil >= goal() || --left === 0) break;
    }
    await sleep(random.between(0, 500));
  }
}
