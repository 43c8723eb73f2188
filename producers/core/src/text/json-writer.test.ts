// What is written as bytes is the JSON that JSON.stringify writes, wherever that can be compared.
import fc from "fast-check";
import { expect, it } from "vitest";
import { JsonKeys } from "./json-key.ts";
import { jsonText } from "./json-text.ts";
import { JsonWriter } from "./json-writer.ts";

const LIMIT = 64 * 1024;

const written = (value: unknown, limit = LIMIT): string => jsonText(value, "body", limit, [], new JsonKeys());

/** No two letters beside each other: no name and no shape of a secret. */
const harmless = fc
  .array(fc.constantFrom(...'a1 7.é語😀"\\\n\t\u0000\u2028\ud800'.split(/(?:)/), "😀"), { maxLength: 300 })
  .map((characters) => characters.join(" "));
const key = fc.oneof(fc.constantFrom("name", "größe", '"', "a b", "語", "x".repeat(70)), harmless);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    harmless,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(key, tie("value"), { maxKeys: 6 }),
  ),
}));

it("is JSON as JSON.stringify writes it, of any script", () => {
  fc.assert(
    fc.property(value, (made) => {
      expect(written(made)).toBe(JSON.stringify(made));
    }),
    { numRuns: 3_000 },
  );
});

it("is the beginning of that where it is cut, never half a character, and is marked", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.integer({ min: 0, max: 200 }), (made, limit) => {
      const whole = JSON.stringify(made);
      const cut = written(made, limit);
      expect(whole.startsWith(cut)).toBe(true);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
      const marks: { part: string; originalBytes: number }[] = [];
      jsonText(made, "body", limit, marks, new JsonKeys());
      expect(marks.length > 0).toBe(cut !== whole);
    }),
    { numRuns: 3_000 },
  );
});

it("grows with what is written, beyond any size that is kept", () => {
  const large = { texts: Array.from({ length: 5_000 }, (_, n) => `${"é語".repeat(40)}${n}`) };
  const writer = new JsonWriter(Number.POSITIVE_INFINITY, new JsonKeys());
  writer.write(large);
  expect(writer.take()).toBe(JSON.stringify(large));
});

it("is not mixed with a text that a getter has written meanwhile", () => {
  const outer = {
    before: "a",
    get inner() {
      return written({ deep: [1, 2, 3], text: "x".repeat(500) });
    },
    after: "b",
  };
  expect(JSON.parse(written(outer))).toEqual({ before: "a", inner: outer.inner, after: "b" });
});

it("tells an object that only looks plain from one that is", () => {
  const boxed = Object.setPrototypeOf(new String("password=hunter2"), Object.prototype);
  const own = { toJSON: () => ({ made: 1 }) };
  const bytes = Object.setPrototypeOf(new Uint8Array(3), Object.prototype);
  const proxy = new Proxy(
    { a: 1 },
    {
      getPrototypeOf: () => {
        throw new Error("no");
      },
    },
  );
  expect(written({ boxed, own, bytes })).toBe(
    '{"boxed":{"unserializable":"cycle"},"own":{"made":1},"bytes":{"unserializable":"undefined bytes of binary data"}}',
  );
  expect(written(proxy)).toBe('{"unserializable":"reading it threw"}');
});
