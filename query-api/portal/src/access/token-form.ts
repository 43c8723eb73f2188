// The form that takes a link or a token. What is pasted is hidden like a password and never leaves this tab but to the API.
import { element } from "../page/element.ts";
import type { Fragment } from "../view/fragment.ts";
import { scopeKinds, scopeOf, scopeTitles, type Scope } from "../view/scope.ts";
import { readPasted } from "./pasted.ts";

/** `known`: scopes there already are; with some, a token alone is enough. */
export function tokenForm(known: readonly Scope[], arrived: (arrival: Fragment) => void): HTMLFormElement {
  const pasted = element("input", {
    type: "password",
    name: "token",
    autocomplete: "off",
    spellcheck: "false",
    required: true,
    "aria-describedby": "token-fault",
  });
  const kind = element(
    "select",
    { name: "kind", "aria-label": "Kind of scope" },
    ...scopeKinds.toReversed().map((name) => element("option", { value: name }, scopeTitles[name])),
  );
  const id = element("input", {
    type: "text",
    name: "id",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "Id",
  });
  const fault = element("p", { class: "fault", id: "token-fault", role: "alert" });
  const form = element(
    "form",
    { class: "token-form", novalidate: true },
    element("label", {}, element("span", {}, "Link or token"), pasted),
    known.length > 0
      ? undefined
      : element(
          "div",
          { class: "field" },
          element("span", {}, "Scope, if you paste only a token"),
          element("div", { class: "pair" }, kind, id),
        ),
    fault,
    element("button", { type: "submit", class: "button button-main" }, "Show entries"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = readPasted(pasted.value, scopeOf(kind.value, id.value), known);
    fault.textContent = read.ok ? "" : read.message;
    if (read.ok) arrived(read.arrival);
    else pasted.focus();
  });
  return form;
}
