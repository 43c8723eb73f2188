// What stands in place of the table: rows to come, nothing found, or a failure and the way out of it.
import { button, element, type Child } from "../page/element.ts";
import { visible } from "../page/visible-text.ts";
import { failureWords, mayPass, type Failure } from "../reading/failure.ts";
import type { View } from "../view/fragment.ts";
import { rangeSentence, WIDEST_RANGE } from "../view/range.ts";
import { scopeTitles, type Scope } from "../view/scope.ts";

const SKELETON_ROWS = 12;

export function skeleton(): HTMLElement {
  const rows = Array.from({ length: SKELETON_ROWS }, () =>
    element("div", { class: "skeleton-row" }, ...["time", "sentence", "initiator", "outcome"].map(bone)),
  );
  return element("div", { class: "skeleton", "aria-hidden": "true" }, ...rows);
}

const bone = (name: string): HTMLElement => element("span", { class: `bone bone-${name}` });

function notice(title: string, role: string | undefined, ...children: Child[]): HTMLElement {
  return element("div", { class: "notice", role }, element("h2", {}, title), ...children);
}

export interface EmptyWays {
  /** To the last 90 days. */
  readonly widen: () => void;
  /** With what is below the scope. */
  readonly below: () => void;
  /** Without the filter. */
  readonly all: () => void;
}

export function emptyNotice({ scope, range, filter, below }: View, ways: EmptyWays): HTMLElement {
  const name = scopeTitles[scope.kind].toLowerCase();
  const where = below && scope.kind !== "project" ? `this ${name} and what is below it` : `this ${name}`;
  const said =
    filter === ""
      ? `Nothing was recorded for ${where} ${rangeSentence(range)}.`
      : `Nothing that was recorded for ${where} ${rangeSentence(range)} is what you look for.`;
  const widest = "preset" in range && "preset" in WIDEST_RANGE && range.preset === WIDEST_RANGE.preset;
  return notice(
    "No entries",
    undefined,
    element("p", {}, said),
    filter === "" ? undefined : button({ class: "button" }, ["Show all entries"], ways.all),
    below || scope.kind === "project"
      ? undefined
      : button({ class: "button" }, [`Include what is below this ${name}`], ways.below),
    widest ? undefined : button({ class: "button" }, ["Look at the last 90 days"], ways.widen),
  );
}

export function failureNotice(
  failure: Failure,
  scope: Scope,
  ways: { retry: () => void; signIn: HTMLElement },
): HTMLElement {
  const { title, advice } = failureWords(failure, scope);
  return notice(
    title,
    "alert",
    element("p", {}, advice),
    failure.message === undefined ? undefined : element("p", { class: "quoted" }, visible(failure.message)),
    mayPass(failure) ? button({ class: "button button-main" }, ["Try again"], ways.retry) : undefined,
    failure.kind === "token" ? ways.signIn : undefined,
  );
}
