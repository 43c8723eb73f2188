// One entry as one row of the table. The sentence is what people read; the rest is there to scan by.
import { element, type Child } from "../page/element.ts";
import { utcText, type TimeText } from "../page/time-text.ts";
import { visible, visibleText } from "../page/visible-text.ts";
import type { Entry } from "../reading/entry.ts";
import { outcomeBadge } from "./outcome-badge.ts";

export function entryRow(entry: Entry, time: TimeText): HTMLTableRowElement {
  const { sentence, eventName, initiator, resource, eventSource, outcome } = entry;
  const initiatorName = initiator.email ?? initiator.id;
  const resourceName = resource.name ?? resource.id;
  return element(
    "tr",
    { class: "row", role: "row", tabindex: -1, "aria-selected": "false", "data-id": entry.id },
    cell("time", {}, timeOf(entry, time)),
    cell(
      "sentence",
      { title: visibleText(sentence) },
      element("span", { class: sentence === eventName ? "clamp code" : "clamp" }, visible(sentence)),
    ),
    cell(
      "initiator",
      { title: visibleText(initiatorName) },
      visible(initiatorName),
      initiator.kind === "SYSTEM" ? aside(" system") : undefined,
    ),
    cell(
      "resource",
      { title: `${visibleText(resource.type)} ${visibleText(resourceName)}` },
      aside(resource.type),
      " ",
      visible(resourceName),
    ),
    cell("outcome", { title: outcome.message && visibleText(outcome.message) }, outcomeBadge(outcome.result)),
    cell("service", { title: visibleText(eventSource) }, visible(eventSource)),
  );
}

const cell = (name: string, attributes: { title?: string | undefined }, ...children: Child[]): HTMLElement =>
  element("td", { class: `cell-${name}`, role: "gridcell", ...attributes }, ...children);

const aside = (text: string): Child => element("span", { class: "aside" }, visible(text));

function timeOf({ eventTimeStamp }: Entry, time: TimeText): HTMLElement {
  const ms = Date.parse(eventTimeStamp);
  if (Number.isNaN(ms)) return visible(eventTimeStamp);
  return element(
    "time",
    { datetime: new Date(ms).toISOString(), title: `${utcText(ms)}\n${time.full(ms)} here` },
    time.clock(ms),
  );
}
