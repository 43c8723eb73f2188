// Text from strangers on its way to a terminal: what would move the cursor, change colours or turn the writing direction is spelled out.

/** Control, format, surrogate and separator characters, but for joiners (200C, 200D) and marks (200E, 200F). */
const HIDDEN = /(?![\u200c-\u200f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const codePoint = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");

/** One line. */
export const harmless = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n]+\s*/g, " ⏎ ")
    .replaceAll("\t", " ")
    .replace(HIDDEN, (hidden) => `⟨U+${codePoint(hidden)}⟩`);

/** JSON that means the same, and in which nothing is left that a terminal would obey. */
export const harmlessJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) =>
    hidden
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
