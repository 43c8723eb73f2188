// Characters that nobody can see are spelled out; real text of any script is left alone.
import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

test.for([
  ["an override of the direction", "invoice-\u202Eexe.jpg", "invoice-⟨U+202E⟩exe.jpg"],
  ["an isolate", "\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"],
  ["a zero-width space", "ad\u200Bmin", "ad⟨U+200B⟩min"],
  ["a byte order mark", "\uFEFFada", "⟨U+FEFF⟩ada"],
  ["control characters", "a\u0000b\u001b[31m\r", "a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+000D⟩"],
  ["half a character", "a\ud800b", "a⟨U+D800⟩b"],
  ["a tag character beyond 16 bits", "a\u{E0041}", "a⟨U+E0041⟩"],
] as const)("spells out %s", ([, text, shown]) => {
  expect(visibleText(text)).toBe(shown);
});

test.for(["plain <b>text</b>", "حذف المشروع", "👩‍💻 ok", "می‌خواهم", "two\nlines\tand a tab", ""])(
  "leaves %j alone",
  (text) => {
    expect(visibleText(text)).toBe(text);
  },
);
