import * as fc from "fast-check";
import { expect, test } from "vitest";
import { filterText } from "./filter-text.ts";
import { MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH } from "./limits.ts";
import { parseFilter } from "./parse/parse-filter.ts";
import { anyFilter } from "./testing/any-filter.ts";
import { NASTY } from "./testing/any-row.ts";

test("the canonical text of any filter is read as the same filter", () => {
  let read = 0;
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const text = filterText(filter);
      const parsed = parseFilter(text);
      if (!parsed.ok && isTooLarge(parsed.fault.message)) return;
      read += 1;
      expect(parsed).toEqual({ ok: true, filter });
      expect(parsed.ok && filterText(parsed.filter)).toBe(text);
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(400);
});

/** Random trees may be larger than a text may be. */
const isTooLarge = (message: string): boolean =>
  [MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH].some((most) => message.startsWith(`expected at most ${most} `));

test.each([
  ["  ", ""],
  ["service = dns  outcome=failure", "service=dns AND outcome=FAILURE"],
  ["a OR b AND c", "(a OR b) AND c"],
  ["a AND b OR c d", "a AND (b OR c) AND d"],
  ["((a))", "a"],
  ["-(a AND b) NOT c", "NOT (a AND b) AND NOT c"],
  ["service=( dns OR 'iam' )", "service=(dns OR iam)"],
  ["resource.name='it\\'s' OR resource.name=\"\\u0041 b\"*", 'resource.name="it\'s" OR resource.name="A b"*'],
  ["eventSource=dns outcome.result=DENIED", "service=dns AND outcome=DENIED"],
  ['\'and\' "a:b" "-c"', '"and" AND "a:b" AND "-c"'],
  ["sourceIpAddress=2001:DB8:0:0::1", "sourceIpAddress=2001:db8::1"],
  [
    "sourceIpAddress=(::1 OR ::ffff:203.0.113.7 OR ::ffff:10.0.0.0/104)",
    'sourceIpAddress=("::1" OR 203.0.113.7 OR 10.0.0.0/8)',
  ],
  ["traceparent=4BF92F3577B34DA6A3CE929D0E0E4736", "traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-*"],
  ["network.country=de clientKind:*", "network.country=DE AND clientKind:*"],
  [
    "eventTimeStamp>=2026-03-21 outcome.statusCode<0404",
    "eventTimeStamp>=2026-03-21T00:00:00.000Z AND outcome.statusCode<404",
  ],
])("%j is %j", (text, canonical) => {
  const parsed = parseFilter(text);
  expect(parsed).toHaveProperty("filter");
  expect(parsed.ok && filterText(parsed.filter)).toBe(canonical);
});

test.each(NASTY)("a text that has broken something is asked for as it is: %j", (text) => {
  const filter = { kind: "search", text } as const;
  expect(parseFilter(filterText(filter))).toEqual({ ok: true, filter });
});
