// What the list shows, as a value, and how it moves on. No browser in here.
import type { Entry, EntryPage } from "../reading/entry.ts";
import type { Failure } from "../reading/failure.ts";

export type More =
  | { readonly kind: "none" }
  | { readonly kind: "idle" | "reading"; readonly cursor: string }
  | { readonly kind: "failed"; readonly cursor: string; readonly failure: Failure };

export type ListState =
  /** `further`: what was looked through so far had nothing. */
  | { readonly kind: "loading"; readonly further: boolean }
  | { readonly kind: "failed"; readonly failure: Failure }
  | {
      readonly kind: "read";
      /** Newest first. */
      readonly entries: readonly Entry[];
      readonly more: More;
      /** When the first page was read: milliseconds UTC. */
      readonly readAt: number;
      /** The first page is being read again; what was read before stays on screen. */
      readonly again: boolean;
    };

export const loading: ListState = { kind: "loading", further: false };

export const lookingFurther = (state: ListState): ListState =>
  state.kind === "loading" ? { ...state, further: true } : state;

const moreOf = ({ cursor }: EntryPage): More => (cursor === undefined ? { kind: "none" } : { kind: "idle", cursor });

export const firstPageRead = (page: EntryPage, readAt: number): ListState => ({
  kind: "read",
  entries: page.items,
  more: moreOf(page),
  readAt,
  again: false,
});

export const readingAgain = (state: ListState): ListState =>
  state.kind === "read" ? { ...state, again: true } : loading;

/** Undefined where there is nothing more to read, or it is being read already. */
export function cursorOf(state: ListState): string | undefined {
  if (state.kind !== "read" || state.again) return undefined;
  return state.more.kind === "idle" || state.more.kind === "failed" ? state.more.cursor : undefined;
}

export const readingMore = (state: ListState, cursor: string): ListState =>
  state.kind === "read" ? { ...state, more: { kind: "reading", cursor } } : state;

export function moreRead(state: ListState, page: EntryPage): ListState {
  if (state.kind !== "read") return state;
  return { ...state, entries: [...state.entries, ...page.items], more: moreOf(page) };
}

export const moreFailed = (state: ListState, cursor: string, failure: Failure): ListState =>
  state.kind === "read" ? { ...state, more: { kind: "failed", cursor, failure } } : state;

/** "Newest 50 entries": more exist. */
export function countText(state: ListState): string {
  if (state.kind === "loading") return state.further ? "Nothing yet, looking further back…" : "Reading entries…";
  if (state.kind === "failed") return "";
  const count = state.entries.length;
  const entries = count === 1 ? "1 entry" : `${count.toLocaleString("en-GB")} entries`;
  if (count === 0) return "No entries";
  return state.more.kind === "none" ? entries : `Newest ${entries}`;
}
