// A JSON value as a tree that folds. What is folded is not made until it is opened, and long parts come in portions: 64 KiB from a
// stranger, however deep or wide, must not make the page slow.
import { button, element } from "../page/element.ts";
import { visible } from "../page/visible-text.ts";

type Members = readonly (readonly [name: string, value: unknown])[];

const PORTION = 100;
const LONG_TEXT = 1000;

/** Levels that are open from the start, as long as they are small. */
const OPEN_DEPTH = 3;
const OPEN_SIZE = 25;

export function jsonTree(value: unknown): HTMLElement {
  const members = membersOf(value);
  if (members === undefined || members.length === 0) return element("div", { class: "json" }, leaf(value));
  return element("div", { class: "json" }, list(members, 1));
}

/** Undefined for what holds nothing else. */
function membersOf(value: unknown): Members | undefined {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : undefined;
}

function list(members: Members, depth: number): HTMLElement {
  const made = element("ul");
  addPortion(made, members, 0, depth);
  return made;
}

function addPortion(to: HTMLElement, members: Members, from: number, depth: number): void {
  for (const [name, value] of members.slice(from, from + PORTION)) to.append(item(name, value, depth));
  const left = members.length - from - PORTION;
  if (left <= 0) return;
  const next = element("li");
  next.append(
    button({ class: "link" }, [`Show ${Math.min(left, PORTION)} more of ${left}`], () => {
      next.remove();
      addPortion(to, members, from + PORTION, depth);
    }),
  );
  to.append(next);
}

function item(name: string, value: unknown, depth: number): HTMLElement {
  const members = membersOf(value);
  const title = element("span", { class: "json-name" }, visible(name));
  if (members === undefined || members.length === 0) return element("li", {}, title, ": ", leaf(value));

  const size = `${members.length} ${Array.isArray(value) ? "item" : "field"}${members.length === 1 ? "" : "s"}`;
  const fold = element(
    "details",
    {},
    element("summary", {}, title, element("span", { class: "json-size" }, ` ${size}`)),
  );
  const fill = () => {
    if (fold.childElementCount === 1) fold.append(list(members, depth + 1));
  };
  fold.addEventListener("toggle", fill);
  if (depth < OPEN_DEPTH && members.length <= OPEN_SIZE) {
    fill();
    fold.open = true;
  }
  return element("li", {}, fold);
}

function leaf(value: unknown): HTMLElement {
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
