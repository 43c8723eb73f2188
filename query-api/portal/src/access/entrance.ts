// The page for who has no token yet: how to get in.
import { element } from "../page/element.ts";
import { icon } from "../page/icon.ts";
import type { Fragment } from "../view/fragment.ts";
import type { Scope } from "../view/scope.ts";
import { tokenForm } from "./token-form.ts";

export function entrance(known: readonly Scope[], arrived: (arrival: Fragment) => void): HTMLElement {
  return element(
    "main",
    { class: "entrance" },
    element("h1", {}, element("span", { class: "mark" }, icon("log")), "Audit Log"),
    element("p", { class: "lead" }, "What happened, when, who started it, and where."),
    element(
      "p",
      {},
      "To get in, open the link that ",
      element("code", {}, "npm start"),
      " printed, or paste it here. It holds a token, which this tab keeps until you close it.",
    ),
    tokenForm(known, arrived),
  );
}
