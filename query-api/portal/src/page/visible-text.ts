// Text from strangers, with the characters that nobody can see spelled out: an override of the writing direction or a zero-width
// space must not make an entry read as something else. Real right-to-left text, joiners and marks stay as they are.
import { element } from "./element.ts";

/** Control, format, surrogate and separator characters, but for tab, line feed, joiners (200C, 200D) and marks (200E, 200F). */
const HIDDEN = /(?![\t\n\u200c-\u200f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** As plain text, for a tooltip. */
export const visibleText = (text: string): string => text.replace(HIDDEN, (hidden) => `⟨${codePoint(hidden)}⟩`);

/** As an isolated element, so that its writing direction ends where it ends. */
export function visible(text: string): HTMLElement {
  const shown = element("bdi");
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    shown.append(text.slice(from, match.index), element("span", { class: "hidden-character" }, codePoint(match[0])));
    from = match.index + match[0].length;
  }
  shown.append(text.slice(from));
  return shown;
}
