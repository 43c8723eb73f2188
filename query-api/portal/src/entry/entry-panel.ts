// The opened entry, beside the list or, on a small screen, over it.
import { outcomeBadge } from "../list/outcome-badge.ts";
import { copyButton } from "../page/copy-button.ts";
import { button, element, type Child } from "../page/element.ts";
import { icon } from "../page/icon.ts";
import type { TimeText } from "../page/time-text.ts";
import { visible } from "../page/visible-text.ts";
import type { Entry } from "../reading/entry.ts";
import { sectionsOf } from "./sections.ts";
import { sectionView, timeOf } from "./section-view.ts";

export interface PanelActions {
  readonly close: () => void;
  /** To the entry before (-1) or after (1) this one in the list. */
  readonly step: (by: number) => void;
  /** Shows the entries that a filter names. */
  readonly only: (filter: string) => void;
}

export interface EntryPanel {
  readonly element: HTMLElement;
  readonly show: (entry: Entry) => void;
  /** `missing`: it was asked for by a link but is not there. */
  readonly say: (what: "missing" | "loading") => void;
  readonly hide: () => void;
  readonly focus: () => void;
}

export function createEntryPanel({ close, step, only }: PanelActions, time: TimeText): EntryPanel {
  const panel = element("aside", { class: "panel", "aria-labelledby": "entry-title", hidden: true });
  const title = element("h2", { id: "entry-title", tabindex: -1, dir: "auto" });
  const body = element("div", { class: "panel-body" });
  const tools = element("div", { class: "panel-tools" });
  panel.append(
    element(
      "div",
      { class: "panel-bar" },
      tools,
      iconButton("Newer entry", "up", () => step(-1)),
      iconButton("Older entry", "down", () => step(1)),
      iconButton("Close (Escape)", "close", close),
    ),
    body,
  );

  const fill = (...children: Child[]) => {
    body.replaceChildren(title, ...children.filter((child) => child !== undefined));
    body.scrollTop = 0;
    panel.hidden = false;
  };

  return {
    element: panel,
    focus: () => title.focus({ preventScroll: true }),
    hide: () => (panel.hidden = true),
    say(what) {
      tools.replaceChildren();
      title.textContent = what === "loading" ? "Looking for the entry…" : "This entry is not here";
      fill(
        what === "loading"
          ? undefined
          : element("p", {}, "It belongs to another scope, is older than 90 days, or could not be read just now."),
      );
    },
    show(entry) {
      const json = () => JSON.stringify(entry, undefined, 2);
      tools.replaceChildren(
        copyButton("Copy id", () => entry.id),
        copyButton("Copy JSON", json),
      );
      title.replaceChildren(visible(entry.sentence));
      fill(
        element("p", { class: "panel-facts" }, outcomeBadge(entry.outcome.result), timeOf(entry.eventTimeStamp, time)),
        cutNotice(entry),
        ...sectionsOf(entry).map((section) => sectionView(section, time, only)),
        rawEntry(json),
      );
    },
  };
}

const iconButton = (name: string, drawn: Parameters<typeof icon>[0], press: () => void) =>
  button({ class: "button button-quiet button-icon", "aria-label": name, title: name }, [icon(drawn)], press);

function cutNotice({ truncations = [] }: Entry): Child {
  if (truncations.length === 0) return undefined;
  const parts = truncations.map(
    ({ part, originalBytes }) => `${part} (${originalBytes.toLocaleString("en-GB")} bytes)`,
  );
  return element("p", { class: "cut" }, "Too large to be kept whole: ", visible(parts.join(", ")), ".");
}

function rawEntry(json: () => string): HTMLElement {
  const text = element("pre");
  const fold = element("details", { class: "raw" }, element("summary", {}, "As JSON"), text);
  fold.addEventListener("toggle", () => {
    if (text.childNodes.length === 0) text.append(visible(json()));
  });
  return fold;
}
