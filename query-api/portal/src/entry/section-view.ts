// A section of an entry as a description list; every value in the form that suits it.
import { element, type Child } from "../page/element.ts";
import { utcText, type TimeText } from "../page/time-text.ts";
import { visible } from "../page/visible-text.ts";
import { jsonTree } from "./json-tree.ts";
import type { Field, Section } from "./sections.ts";

export function sectionView({ title, fields }: Section, time: TimeText): HTMLElement {
  const pairs = fields.map((field) => {
    const tree = typeof field.value !== "string" && typeof field.value !== "number";
    const value = element("dd", { dir: "auto" }, valueOf(field, time));
    return element("div", { class: tree ? "pair-wide" : "pair" }, element("dt", {}, visible(field.name)), value);
  });
  return element("section", {}, element("h3", {}, title), element("dl", {}, ...pairs));
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
