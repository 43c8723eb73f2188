// What a reader was shown, as the checker gets it, and in which order it had to come.
import { compareIds } from "../../../query-api/src/store/memory-store.ts";
import type { Shown, Stored } from "./facts.ts";
import type { Question } from "./question.ts";

export const MODES = ["list", "feed", "tail", "export"] as const;
export type Mode = (typeof MODES)[number];

export interface Showing {
  readonly mode: Mode;
  /** How it was asked for, beside the question. */
  readonly how: string;
  readonly question: Question;
  readonly order: Order;
  /** Of event time, milliseconds UTC, the end not included; absent: any. */
  readonly window?: { readonly start: number; readonly end: number };
  /** What was received from here on, and before `settledUntil`, must be shown. Milliseconds UTC. */
  readonly since: number;
  settledUntil: number;
  /** Every page, or every connection. */
  pages: number;
  readonly shown: Shown[];
  /** It was said that nothing received before `until` is to come any more, when so many had been shown. */
  readonly told: { readonly until: number; readonly count: number }[];
}

export const ORDERS = {
  "newest-first": (one: Stored, other: Stored) => byTime(other, one),
  "oldest-first": (one: Stored, other: Stored) => byTime(one, other),
  /** Downloads with descendants: by week from Monday, UTC, then by scope. */
  "by-week": (one: Stored, other: Stored) =>
    weekOf(one) - weekOf(other) || compareText(one.scopeId, other.scopeId) || byTime(one, other),
  "by-arrival": (one: Stored, other: Stored) => one.receivedTime - other.receivedTime || compareIds(one.id, other.id),
} as const;
export type Order = keyof typeof ORDERS;

const WEEK_MS = 7 * 86_400_000;
const A_MONDAY = Date.UTC(1970, 0, 5);
const weekOf = ({ eventTime }: Stored): number => Math.floor((eventTime - A_MONDAY) / WEEK_MS);
const byTime = (one: Stored, other: Stored): number => one.eventTime - other.eventTime || compareIds(one.id, other.id);
const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
