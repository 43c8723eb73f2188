// An outcome as a word and a colour. The word always stands: colour is never the only sign.
import { element } from "../page/element.ts";
import { visible } from "../page/visible-text.ts";

const known: Readonly<Record<string, { word: string; look: string }>> = {
  SUCCESS: { word: "Success", look: "success" },
  FAILURE: { word: "Failure", look: "failure" },
  DENIED: { word: "Denied", look: "denied" },
};

/** A result that this page does not know is shown as it is. */
export function outcomeBadge(result: string): HTMLElement {
  const { word, look } = (Object.hasOwn(known, result) ? known[result] : undefined) ?? {
    word: result,
    look: "unknown",
  };
  return element("span", { class: `badge badge-${look}` }, visible(word));
}
