// Whatever options are given: what they compose is a filter that the service understands, and means what was typed.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { composeFilter } from "../../client/cli/question/compose-filter.ts";
import { MAX_VALUE_LENGTH, parseFilter } from "../../src/filter/index.ts";

const typed = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
    fc.constantFrom('"', "\\", "*", "a*", "AND", "it's", ") OR (", "\n\b\f\t", "@"),
  )
  .filter((text) => text.length < MAX_VALUE_LENGTH && text.trim() !== "");
const some = fc.array(typed, { maxLength: 3 });

test("any options make a filter that is understood", () => {
  const parts = fc.record({
    texts: some,
    service: some,
    event: some,
    resource: some,
    initiator: some,
    deletions: fc.boolean(),
    filter: fc.constantFrom(undefined, "service=dns OR service=iam", "NOT outcome=DENIED"),
  });
  fc.assert(
    fc.property(parts, (given) => {
      const filter = composeFilter(given);
      const parsed = parseFilter(filter);
      expect(parsed, filter).toMatchObject({ ok: true });
    }),
    { numRuns: 300 },
  );
});

test("a value is what was typed", () => {
  fc.assert(
    fc.property(
      typed.filter((text) => !text.endsWith("*") || text === "*"),
      (text) => {
        const parsed = parseFilter(composeFilter({ event: [text] }));
        expect(JSON.stringify(parsed)).toContain(JSON.stringify(text));
      },
    ),
    { numRuns: 300 },
  );
});
