// A row of radio buttons that looks like one control: one of a few is chosen.
import { element } from "../page/element.ts";

export interface Choice {
  readonly element: HTMLElement;
  readonly choose: (value: string) => void;
}

export interface Option {
  readonly value: string;
  readonly title: string;
  readonly hint?: string;
}

export function createChoice(name: string, options: readonly Option[], chosen: (value: string) => void): Choice {
  const inputs = options.map(({ value, title, hint }) => {
    const input = element("input", { type: "radio", name, value });
    input.addEventListener("change", () => chosen(value));
    return { input, label: element("label", { title: hint }, input, element("span", {}, title)) };
  });
  const labels = inputs.map(({ label }) => label);
  return {
    element: element("fieldset", { class: "choice" }, element("legend", {}, name), ...labels),
    choose(value) {
      for (const { input } of inputs) input.checked = input.value === value;
    },
  };
}
