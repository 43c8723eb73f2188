// The bar above the list: whose entries, which of them, from when, how many, and the ways out.
import { button, element } from "../page/element.ts";
import { icon } from "../page/icon.ts";
import type { TimeText } from "../page/time-text.ts";
import { countText, type ListState } from "../list/list-state.ts";
import type { View } from "../view/fragment.ts";
import { presets, windowOf, type Range } from "../view/range.ts";
import { readScope, scopeTitles, writeScope, type Scope } from "../view/scope.ts";
import { createChoice } from "./choice.ts";
import { createCustomRange } from "./custom-range.ts";
import { createDownloadMenu, type FetchFile } from "./download-menu.ts";
import { createSearch } from "./search.ts";

const CUSTOM = "custom";

export interface BarActions {
  readonly scope: (scope: Scope) => void;
  readonly range: (range: Range) => void;
  readonly filter: (filter: string) => void;
  readonly below: (below: boolean) => void;
  readonly fetchFile: FetchFile;
  readonly again: () => void;
  readonly leave: () => void;
}

export interface Bar {
  readonly element: HTMLElement;
  readonly show: (view: View, state: ListState) => void;
  readonly focusSearch: () => void;
  readonly stop: () => void;
}

export function createBar(scopes: readonly Scope[], actions: BarActions, time: TimeText, now: () => number): Bar {
  let shown: Range | undefined;
  const custom = createCustomRange(actions.range);
  const scopeId = element("code", { class: "scope-id" });
  const scopeChoice = createChoice("Scope", scopeOptions(scopes), (value) => {
    const scope = readScope(value);
    if (scope) actions.scope(scope);
  });
  const rangeChoice = createChoice(
    "Range",
    [...presets.map(({ name, title }) => ({ value: name, title })), { value: CUSTOM, title: "Custom" }],
    (value) => {
      const preset = presets.find(({ name }) => name === value);
      custom.element.hidden = preset !== undefined;
      if (preset) actions.range({ preset: preset.name });
    },
  );
  const search = createSearch(actions.filter);
  const belowBox = element("input", { type: "checkbox", name: "below" });
  belowBox.addEventListener("change", () => actions.below(belowBox.checked));
  const below = element("label", { class: "below" }, belowBox, "With all below");
  const download = createDownloadMenu(actions.fetchFile);
  const count = element("span", { role: "status" });
  const asOf = element("span", { class: "as-of" });
  const again = button(
    { class: "button button-quiet", title: "Read the newest entries" },
    [icon("again"), "Refresh"],
    actions.again,
  );

  return {
    element: element(
      "header",
      { class: "bar" },
      element(
        "div",
        { class: "bar-row" },
        element("h1", {}, element("span", { class: "mark" }, icon("log")), "Audit Log"),
        element("div", { class: "scope" }, scopeChoice.element, scopeId),
        element(
          "nav",
          { class: "ways-out" },
          element("a", { class: "button button-quiet", href: "../docs", target: "_blank" }, "API docs"),
          button({ class: "button button-quiet" }, ["Sign out"], actions.leave),
        ),
      ),
      element("div", { class: "bar-row" }, search.element, below, download.element),
      element(
        "div",
        { class: "bar-row" },
        rangeChoice.element,
        custom.element,
        element("div", { class: "count" }, count, asOf, again),
      ),
    ),
    focusSearch: () => search.focus(),
    stop: () => download.stop(),
    show({ scope, range, filter, below: withBelow }, state) {
      search.show(filter, state.kind === "failed" ? state.failure.column : undefined);
      below.hidden = scope.kind === "project";
      belowBox.checked = withBelow;
      scopeChoice.choose(writeScope(scope));
      scopeId.textContent = scope.id;
      if (range !== shown) {
        shown = range;
        rangeChoice.choose("preset" in range ? range.preset : CUSTOM);
        const { start, end } = windowOf(range, now());
        custom.show(Date.parse(start), end === undefined ? now() : Date.parse(end));
        custom.element.hidden = "preset" in range;
      }
      count.textContent = countText(state);
      asOf.textContent = state.kind === "read" ? ` as of ${time.clock(state.readAt)}` : "";
      again.setAttribute("aria-busy", String(state.kind === "loading" || (state.kind === "read" && state.again)));
    },
  };
}

function scopeOptions(scopes: readonly Scope[]) {
  return scopes.map((scope) => {
    const alone = scopes.filter(({ kind }) => kind === scope.kind).length === 1;
    const title = scopeTitles[scope.kind];
    return { value: writeScope(scope), title: alone ? title : `${title} ${scope.id.slice(0, 4)}…`, hint: scope.id };
  });
}
