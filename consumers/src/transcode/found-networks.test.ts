import { isIPv4 } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ipv4At } from "./found-networks.ts";

const at = (text: string): number => ipv4At(Buffer.from(`x${text}y`), 1, Buffer.byteLength(text));
const valueOf = (text: string): number => text.split(".").reduce((so, part) => so * 256 + Number(part), 0);

it("takes for an IPv4 address what Node does, and for the same number", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789..."), maxLength: 16 });
  const parts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 5 }).map((all) => all.join("."));
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), digits, parts, fc.string()), (text) => {
      expect(at(text)).toBe(isIPv4(text) ? valueOf(text) : -1);
    }),
    { numRuns: 5_000 },
  );
});
