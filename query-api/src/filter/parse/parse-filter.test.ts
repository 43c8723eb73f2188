import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fields } from "../fields/fields.ts";
import { MAX_DEPTH, MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH, MAX_VALUE_LENGTH } from "../limits.ts";
import { parseFilter } from "./parse-filter.ts";

const faultOf = (text: string): string => {
  const parsed = parseFilter(text);
  return parsed.ok ? "none" : `${parsed.fault.column}: ${parsed.fault.message}`;
};

test("each field's example is a filter", () => {
  for (const { example } of Object.values(fields)) expect(faultOf(example), example).toBe("none");
});

test.each([
  "a AND",
  "a AND AND b",
  "OR a",
  "a and b",
  "(a",
  "a)",
  "()",
  "a(b)",
  'a"b"',
  '"a"b',
  '"a',
  "'a\"",
  String.raw`"a\x"`,
  String.raw`"a\u12"`,
  String.raw`"\ud800"`,
  '""',
  "- a",
  "NOT",
  "servcie=dns",
  "Service=dns",
  "initiator=ada",
  "visibility=PRIVATE",
  "http://example.com",
  "=dns",
  "service",
  "service=",
  "service==dns",
  "service=~d.*",
  "service=OR",
  'service=""',
  "service>dns",
  "service=(dns iam)",
  "service=(dns OR)",
  "service=()",
  "service=(dns",
  "service=*",
  "service=*dns",
  "service=d*s",
  "service:dns*",
  "service:*",
  'service="dns"x',
  "kube*",
  "outcome=FAILED",
  "outcome:FAILURE",
  "outcome=FAIL*",
  "clientKind=lynx",
  "clientKind:CLI",
  "outcome.statusCode=4xx",
  "outcome.statusCode=0",
  "outcome.statusCode=-1",
  "outcome.statusCode>(400 OR 500)",
  "outcome.statusCode=9999999999",
  "sourceIpAddress=10.*",
  "sourceIpAddress=10.0.0.0/33",
  "sourceIpAddress=10.0.0.0/",
  "sourceIpAddress=10.0.0.0/8/8",
  "sourceIpAddress=fe80::1%eth0",
  "eventTimeStamp>yesterday",
  "eventTimeStamp=2026-03-21",
  "id=7",
  "details=editor",
])("what is wrong with %s", (text) => {
  expect(faultOf(text)).toMatchSnapshot();
});

test("never throws, whatever the text, and points into it", () => {
  const tokens = fc.constantFrom(
    ..."( ) AND OR NOT - = != : < > * \" ' \\ \\u d8 ::1 10.0.0.0/8 service outcome details id dns and 😀 \u0000".split(
      " ",
    ),
    " ",
    " ",
  );
  const text = fc.oneof(
    fc.array(tokens, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.array(tokens, { maxLength: 30 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(text, (text) => {
      const parsed = parseFilter(text);
      if (parsed.ok) return;
      expect(parsed.fault.message).toMatch(/^expected |must be /);
      expect(parsed.fault.column).toBeGreaterThanOrEqual(1);
      expect(parsed.fault.column).toBeLessThanOrEqual(text.length + 1);
    }),
    { numRuns: 3000 },
  );
});

const HUNDRED_KB = 100_000;

test.each([
  "(",
  "NOT ",
  "-",
  "a OR a ",
  '"',
  "'\\",
  "service=(",
  "service=(dns OR ",
  ")",
  " ",
  "*",
  "\\",
  "\ud800",
  "a:",
])("100 kB of %j are not read: the length is looked at first", (part) => {
  const text = part.repeat(HUNDRED_KB / part.length);
  expect(faultOf(text)).toBe(`${MAX_TEXT_LENGTH + 1}: expected at most ${MAX_TEXT_LENGTH} characters`);
});

test("the limits: as much as is allowed is read, one more is not", () => {
  const list = (count: number, of: string, by: string) => Array.from({ length: count }, () => of).join(by);
  const cases: [string, (count: number) => string, number][] = [
    ["characters", (count) => "a".padEnd(count), MAX_TEXT_LENGTH],
    ["characters", (count) => "x".repeat(count), MAX_VALUE_LENGTH],
    ["characters", (count) => `"${String.raw`\u00e9`.repeat(count)}"`, MAX_VALUE_LENGTH],
    ["characters", (count) => `service=${"x".repeat(count)}*`, MAX_VALUE_LENGTH],
    ["parentheses", (count) => `${"(".repeat(count)}a${")".repeat(count)}`, MAX_DEPTH],
    ["parentheses", (count) => `${"NOT ".repeat(count)}a`, MAX_DEPTH],
    ["parentheses", (count) => `${"-(".repeat(count / 2)}${"-".repeat(count % 2)}a${")".repeat(count / 2)}`, MAX_DEPTH],
    ["values", (count) => list(count, "region=a", " "), MAX_TERMS],
    ["values", (count) => list(count, "region:(a OR b)", " OR "), MAX_TERMS / 2],
    ["values", (count) => `region=(${list(count, "a", " OR ")})`, MAX_TERMS],
    ["values", (count) => list(count, "details:*", " OR "), MAX_TERMS],
    ["words", (count) => list(count, "a", " "), MAX_SEARCHES],
    ["words", (count) => list(count, '"a"', " OR "), MAX_SEARCHES],
  ];
  for (const [what, make, most] of cases) {
    expect(faultOf(make(most)), make(most)).toBe("none");
    expect(faultOf(make(most + 1)), make(most + 1)).toMatch(new RegExp(`expected .*at most .*${what}`));
  }
});
