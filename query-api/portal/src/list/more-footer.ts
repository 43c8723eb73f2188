// The end of the list: a way to read on, what went wrong on the way, or that this was all.
import { button, element } from "../page/element.ts";
import { failureWords } from "../reading/failure.ts";
import type { Scope } from "../view/scope.ts";
import type { ListState } from "./list-state.ts";

export interface MoreFooter {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly show: (state: ListState, scope: Scope) => void;
}

export function createMoreFooter(more: () => void): MoreFooter {
  const fault = element("p", { class: "more-fault", role: "alert" });
  const end = element("p", { class: "more-end" }, "That is all.");
  // Stays enabled while reading: a disabled button would lose the focus.
  const press = button({ class: "button" }, ["Load more"], more);
  const footer = element("div", { class: "more" }, fault, press, end);

  return {
    element: footer,
    button: press,
    show(state, scope) {
      footer.hidden = state.kind !== "read" || state.entries.length === 0;
      if (state.kind !== "read") return;
      const { more } = state;
      fault.hidden = more.kind !== "failed";
      fault.textContent = more.kind === "failed" ? `${failureWords(more.failure, scope).title}.` : "";
      press.hidden = more.kind === "none";
      press.setAttribute("aria-busy", String(more.kind === "reading"));
      press.textContent = more.kind === "reading" ? "Loading…" : more.kind === "failed" ? "Try again" : "Load more";
      end.hidden = more.kind !== "none";
    },
  };
}
