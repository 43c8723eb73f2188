// The frame around bar, list and opened entry. On a small screen the entry covers the rest, which is then out of reach of keys and
// screen readers as well.
import { element } from "./page/element.ts";

export interface Frame {
  readonly element: HTMLElement;
  readonly narrow: MediaQueryList;
  /** Whether an entry is opened. */
  readonly show: (opened: boolean) => void;
  readonly stop: () => void;
}

export function createFrame(bar: HTMLElement, list: HTMLElement, panel: HTMLElement): Frame {
  const main = element("main", {}, list);
  const root = element("div", { class: "workspace" }, bar, element("div", { class: "columns" }, main, panel));
  /** As in narrow.css. */
  const narrow = matchMedia("(max-width: 720px)");
  const cover = () => {
    const covered = narrow.matches && root.classList.contains("opened");
    main.inert = covered;
    bar.inert = covered;
  };
  narrow.addEventListener("change", cover);
  return {
    element: root,
    narrow,
    show(opened) {
      root.classList.toggle("opened", opened);
      cover();
    },
    stop: () => narrow.removeEventListener("change", cover),
  };
}
