// The one look at a text is written for speed: here it is compared with what it stands for, character by character.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addresses } from "../testing/secrets/addresses.ts";
import { clouds } from "../testing/secrets/clouds.ts";
import { fragments } from "../testing/secrets/fragments.ts";
import { readable } from "../testing/secrets/harmless.ts";
import { headers } from "../testing/secrets/headers.ts";
import { keys } from "../testing/secrets/keys.ts";
import { vendors } from "../testing/secrets/vendors.ts";
import { MAY } from "./look-tables.ts";
import { isPlain, look, lookAndWrite, lookAtCharacters } from "./look.ts";

const corpus = [headers, keys, addresses, vendors, clouds, fragments].flatMap((group) =>
  Object.values(group).map(([text]) => text),
);
/** What decides: marks, runs of both lengths, and the beginnings and ends of names. */
const piece = fc.oneof(
  fc.constantFrom(...corpus.flatMap((text) => [text, text.slice(0, 9), text.slice(-9)])),
  fc.constantFrom(...'aA0/+-_.:@%$="\\ \n\u0000ñ語\ud800'.split(""), "pw", "😀"),
  fc.integer({ min: 20, max: 50 }).map((length) => "a".repeat(length)),
  fc.stringMatching(/^[A-Za-z0-9/+]{20,50}$/),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const texts = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));

describe("look", () => {
  it("sees what a look at each character sees, in any text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(look(text)).toBe(lookAtCharacters(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([...corpus, ...Object.values(readable)])("and in every part of the corpus: %#", (text) => {
    for (let from = 0; from < Math.min(text.length, 40); from++)
      expect(look(text.slice(from))).toBe(lookAtCharacters(text.slice(from)));
  });

  it("writes a text of ASCII where it is told to, and says where it could not", () => {
    fc.assert(
      fc.property(texts, fc.nat(9), (text, start) => {
        const target = new Uint8Array(text.length + 20).fill(255);
        const seen = lookAndWrite(text, target, start);
        const ascii = /^[\0-\u007f]*$/.test(text);
        expect((seen & MAY.BE_BEYOND_ASCII) === 0).toBe(ascii);
        if (ascii) expect(Buffer.from(target.subarray(start, start + text.length)).toString("latin1")).toBe(text);
        expect(target.subarray(0, start).every((byte) => byte === 255)).toBe(true);
        expect(target.subarray(start + text.length).every((byte) => byte === 255)).toBe(true);
      }),
    );
  });

  it("calls a text plain only where JSON writes it as it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (isPlain(look(text))) expect(JSON.stringify(text)).toBe(`"${text}"`);
      }),
      { numRuns: 5_000 },
    );
  });

  it("is the same for a text that is too long to be written", () => {
    const long = "word ".repeat(2_000);
    expect(look(long)).toBe(0);
    expect(look(`${long}password`) & MAY.NAME).toBe(MAY.NAME);
    expect(look(`${long}ñ`) & MAY.BE_BEYOND_ASCII).toBe(MAY.BE_BEYOND_ASCII);
  });
});
