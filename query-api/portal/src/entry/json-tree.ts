// A JSON value as a tree that folds. What is folded is not made until it is opened, and long parts come in portions: 64 KiB from a
// stranger, however deep or wide, must not make the page slow.
import { button, element } from "../page/element.ts";
import { visible } from "../page/visible-text.ts";

const PORTION = 100;
const LONG_TEXT = 1000;

/** Levels that are open from the start, as long as they are small. */
const OPEN_DEPTH = 3;
const OPEN_SIZE = 25;

export const jsonTree = (value: unknown): HTMLElement => element("div", { class: "json" }, node(value, 0));

function node(value: unknown, depth: number): Node {
  if (Array.isArray(value))
    return branch(
      value.map((item, index) => [String(index), item]),
      "[",
      "]",
      depth,
    );
  if (typeof value === "object" && value !== null) return branch(Object.entries(value), "{", "}", depth);
  return leaf(value);
}

function leaf(value: unknown): Node {
  const look = value === null ? "null" : typeof value;
  const written = JSON.stringify(value) ?? "";
  const shown = element("span", { class: `json-${look}` }, visible(written.slice(0, LONG_TEXT)));
  if (written.length <= LONG_TEXT) return shown;
  const all = button({ class: "link" }, [`Show all ${written.length.toLocaleString("en-GB")} characters`], () => {
    shown.replaceChildren(visible(written));
    all.remove();
  });
  return element("span", {}, shown, "… ", all);
}

function branch(members: readonly (readonly [string, unknown])[], open: string, close: string, depth: number): Node {
  if (members.length === 0) return element("span", { class: "json-empty" }, open + close);
  const size = `${members.length} ${open === "[" ? "item" : "field"}${members.length === 1 ? "" : "s"}`;
  const list = element("ul");
  const fold = element(
    "details",
    {},
    element("summary", {}, open, element("span", { class: "json-size" }, ` ${size} `), close),
    list,
  );
  const fill = () => {
    if (list.childElementCount === 0) add(list, members, 0, depth + 1);
  };
  fold.addEventListener("toggle", fill);
  if (depth < OPEN_DEPTH && members.length <= OPEN_SIZE) {
    fill();
    fold.open = true;
  }
  return fold;
}

function add(list: HTMLElement, members: readonly (readonly [string, unknown])[], from: number, depth: number): void {
  for (const [name, value] of members.slice(from, from + PORTION)) {
    list.append(element("li", {}, element("span", { class: "json-name" }, visible(name)), ": ", node(value, depth)));
  }
  const left = members.length - from - PORTION;
  if (left <= 0) return;
  const next = element("li");
  next.append(
    button({ class: "link" }, [`Show ${Math.min(left, PORTION)} more of ${left}`], () => {
      next.remove();
      add(list, members, from + PORTION, depth);
    }),
  );
  list.append(next);
}
