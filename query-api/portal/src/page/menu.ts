// A button that opens a short list of choices below it. Escape, a choice and a press elsewhere close it.
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";

export interface MenuItem {
  readonly title: string;
  readonly about: string;
  readonly choose: () => void;
}

export function createMenu(name: string, items: readonly MenuItem[]): HTMLElement {
  const summary = element("summary", { class: "button" }, name, icon("down"));
  const fold = element("details", { class: "menu" }, summary);
  const close = () => (fold.open = false);
  const choices = items.map(({ title, about, choose }) =>
    button(
      { class: "menu-item" },
      [element("span", {}, title), " ", element("span", { class: "aside" }, about)],
      () => {
        close();
        summary.focus();
        choose();
      },
    ),
  );
  fold.append(element("div", { class: "menu-list" }, ...choices));

  const closeElsewhere = ({ target }: Event) => {
    if (!(target instanceof Node && fold.contains(target))) close();
  };
  fold.addEventListener("toggle", () => {
    if (fold.open) addEventListener("pointerdown", closeElsewhere);
    else removeEventListener("pointerdown", closeElsewhere);
  });
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    event.preventDefault();
    close();
    summary.focus();
  });
  return fold;
}
