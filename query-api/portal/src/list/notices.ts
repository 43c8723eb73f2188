// What stands in place of the table: rows to come, nothing found, or a failure and the way out of it.
import { button, element, type Child } from "../page/element.ts";
import { visible } from "../page/visible-text.ts";
import { failureWords, mayPass, type Failure } from "../reading/failure.ts";
import { rangeSentence, WIDEST_RANGE, type Range } from "../view/range.ts";
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

export function emptyNotice(scope: Scope, range: Range, widen: () => void): HTMLElement {
  const name = scopeTitles[scope.kind].toLowerCase();
  const below = scope.kind === "project" ? "" : ` Entries of what is below this ${name} are listed there.`;
  const widest = "preset" in range && "preset" in WIDEST_RANGE && range.preset === WIDEST_RANGE.preset;
  return notice(
    "No entries",
    undefined,
    element("p", {}, `Nothing was recorded for this ${name} ${rangeSentence(range)}.${below}`),
    widest ? undefined : button({ class: "button" }, ["Look at the last 90 days"], widen),
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
