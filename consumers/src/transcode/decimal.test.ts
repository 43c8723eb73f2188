import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_DECIMAL_BYTES, writeDecimal } from "./decimal.ts";

const written = (value: number): string => {
  const to = Buffer.alloc(MAX_DECIMAL_BYTES + 2);
  return to.toString("latin1", 1, writeDecimal(value, to, 1));
};

it("writes an integer as String() does", () => {
  const size = fc.oneof(
    fc.nat(1_000),
    fc.maxSafeNat(),
    fc
      .integer({ min: 0, max: 15 })
      .chain((zeros) => fc.integer({ min: -2, max: 2 }).map((beside) => 10 ** zeros + beside)),
  );
  const values = fc.tuple(size, fc.constantFrom(1, -1)).map(([one, sign]) => one * sign + 0);
  fc.assert(
    fc.property(values, (value) => {
      expect(written(value)).toBe(String(value));
    }),
    { numRuns: 5_000 },
  );
});
