// The bar above the list: whose entries, from when, how many, and the ways out.
import { button, element } from "../page/element.ts";
import { icon } from "../page/icon.ts";
import type { TimeText } from "../page/time-text.ts";
import { countText, type ListState } from "../list/list-state.ts";
import type { View } from "../view/fragment.ts";
import { presets, windowOf, type Range } from "../view/range.ts";
import { readScope, scopeTitles, writeScope, type Scope } from "../view/scope.ts";
import { createChoice } from "./choice.ts";
import { createCustomRange } from "./custom-range.ts";

const CUSTOM = "custom";

export interface BarActions {
  readonly scope: (scope: Scope) => void;
  readonly range: (range: Range) => void;
  readonly again: () => void;
  readonly leave: () => void;
}

export interface Bar {
  readonly element: HTMLElement;
  readonly show: (view: View, state: ListState) => void;
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
      element(
        "div",
        { class: "bar-row" },
        rangeChoice.element,
        custom.element,
        element("div", { class: "count" }, count, asOf, again),
      ),
    ),
    show({ scope, range }, state) {
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
