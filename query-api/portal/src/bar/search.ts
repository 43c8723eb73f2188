// The field for words and filters, with examples that narrow what is there already.
import { element } from "../page/element.ts";
import { createMenu } from "../page/menu.ts";
import { narrowed } from "../view/filter-term.ts";

const examples = [
  { title: "Denied", term: "outcome=DENIED" },
  { title: "Failed", term: "outcome=FAILURE" },
  { title: "Deletions", term: 'eventName:(".delete" OR ".remove" OR ".destroy")' },
  { title: "By people", term: "initiator.kind=USER" },
  { title: "By hand", term: "clientKind=(PORTAL OR CLI)" },
  { title: "Without looks at this log", term: "-service=audit-log" },
] as const;

/** As the API allows. */
const LONGEST = 4000;

export interface Search {
  readonly element: HTMLElement;
  /** `faultAt`: column of the first character that the service did not understand, from 1. */
  readonly show: (filter: string, faultAt: number | undefined) => void;
  readonly focus: () => void;
}

export function createSearch(chosen: (filter: string) => void): Search {
  let shown = "";
  const field = element("input", {
    type: "search",
    name: "filter",
    "aria-label": "Search and filter",
    placeholder: "Words, or fields such as service=dns initiator.email=ada@example.com",
    maxlength: LONGEST,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const form = element(
    "form",
    { class: "search", role: "search" },
    field,
    element("button", { type: "submit", class: "button" }, "Search"),
    createMenu(
      "Examples",
      examples.map(({ title, term }) => ({ title, about: term, choose: () => chosen(narrowed(field.value, term)) })),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    chosen(field.value.trim());
  });
  // The field's own cross, where the browser draws one.
  field.addEventListener("search", () => {
    if (field.value === "" && shown !== "") chosen("");
  });
  return {
    element: form,
    focus: () => field.focus(),
    show(filter, faultAt) {
      if (filter !== shown) field.value = filter;
      shown = filter;
      field.setAttribute("aria-invalid", String(faultAt !== undefined));
      if (faultAt !== undefined && document.activeElement === field)
        field.setSelectionRange(faultAt - 1, filter.length);
    },
  };
}
