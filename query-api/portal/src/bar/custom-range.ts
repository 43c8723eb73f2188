// Two local times and a button: a range of one's own.
import { element } from "../page/element.ts";
import { chooseRange, localField, type Range } from "../view/range.ts";

export interface CustomRange {
  readonly element: HTMLElement;
  readonly show: (from: number, to: number) => void;
}

export function createCustomRange(chosen: (range: Range) => void): CustomRange {
  const attributes = { type: "datetime-local", step: 1, required: true, "aria-describedby": "custom-range-fault" };
  const from = element("input", { ...attributes, name: "from" });
  const to = element("input", { ...attributes, name: "to" });
  const fault = element("p", { class: "fault", id: "custom-range-fault", role: "alert" });
  const form = element(
    "form",
    { class: "custom-range", "aria-label": "Custom range", novalidate: true },
    element("label", {}, element("span", {}, "From"), from),
    element("label", {}, element("span", {}, "To"), to),
    element("button", { type: "submit", class: "button button-main" }, "Apply"),
    fault,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const choice = chooseRange(from.value, to.value);
    fault.textContent = choice.ok ? "" : choice.message;
    if (choice.ok) chosen(choice.range);
  });
  return {
    element: form,
    show(fromMs, toMs) {
      from.value = localField(fromMs);
      to.value = localField(toMs);
      fault.textContent = "";
    },
  };
}
