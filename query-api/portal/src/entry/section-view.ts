// A section of an entry as a description list; every value in the form that suits it.
import { button, element, type Child } from "../page/element.ts";
import { icon } from "../page/icon.ts";
import { utcText, type TimeText } from "../page/time-text.ts";
import { visible } from "../page/visible-text.ts";
import { jsonTree } from "./json-tree.ts";
import type { Field, Section } from "./sections.ts";

/** `only`: shows the entries that a filter names. */
export function sectionView({ title, fields }: Section, time: TimeText, only: (filter: string) => void): HTMLElement {
  const pairs = fields.map((field) => {
    const tree = typeof field.value !== "string" && typeof field.value !== "number";
    const value = element("dd", { dir: "auto" }, valueOf(field, time));
    const name = element("dt", {}, visible(field.name));
    return element("div", { class: tree ? "pair-wide" : "pair" }, name, value, sameButton(field, title, only));
  });
  return element("section", {}, element("h3", {}, title), element("dl", {}, ...pairs));
}

function sameButton({ name, same }: Field, section: string, only: (filter: string) => void): Child {
  if (same === undefined) return undefined;
  const said = `Only entries with the same ${section.toLowerCase()} ${name.toLowerCase()}`;
  return button(
    { class: "button button-quiet button-icon same", "aria-label": said, title: said },
    [icon("filter")],
    () => only(same),
  );
}

function valueOf({ value, form }: Field, time: TimeText): Child {
  if (typeof value !== "string" && typeof value !== "number") return jsonTree(value);
  const text = String(value);
  if (form === "code") return element("code", {}, visible(text));
  return form === "time" ? timeOf(text, time) : visible(text);
}

export function timeOf(text: string, time: TimeText): Child {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return visible(text);
  return element(
    "time",
    { datetime: text, title: utcText(ms) },
    `${time.full(ms)} ${time.zone(ms)}`,
    element("span", { class: "aside utc" }, utcText(ms)),
  );
}
