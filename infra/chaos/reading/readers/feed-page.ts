// One page of the feed, and how far everything is settled that a question is about.
import type { FeedPage } from "@audit-log/client";
import { filterOf, type Question } from "../question.ts";
import { insist } from "./insist.ts";
import { iso, type Reader } from "./reader.ts";

export type FeedPlace = { readonly cursor: string } | { readonly from: string };

export async function feedPage(
  { clients, memory }: Pick<Reader, "clients" | "memory">,
  question: Question,
  place: FeedPlace,
  limit: number,
): Promise<FeedPage> {
  const { scope, includeDescendants, asker } = question;
  const asked = { scope, includeDescendants, filter: filterOf(question), ...place, limit, follow: false };
  const { value } = await insist(memory, () => clients[asker].feed(asked).next());
  if (value === undefined) throw new Error("a feed always has a page");
  return value;
}

/** Milliseconds UTC. */
export async function settledUntil(reader: Pick<Reader, "clients" | "memory">, question: Question): Promise<number> {
  const { settledUntil: until } = await feedPage(reader, question, { from: iso(Date.now()) }, 1);
  return Date.parse(until);
}
