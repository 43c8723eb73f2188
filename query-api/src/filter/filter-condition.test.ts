import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ONLY_IN_ENTRY, partOfEntry } from "@audit-log/schemas";
import { entryColumns } from "../query/entry-row.ts";
import { filterCondition } from "./filter-condition.ts";
import type { Filter } from "./filter.ts";
import { parseFilter } from "./parse/parse-filter.ts";
import { anyFilter } from "./testing/any-filter.ts";

function parsed(text: string): Filter {
  const read = parseFilter(text);
  if (!read.ok) throw new Error(read.fault.message);
  return read.filter;
}

test.each([
  "",
  "eventName=iam.role.create",
  "eventName=iam.*",
  "eventName=(iam.* OR dns.zone.create OR dns.zone.delete)",
  "service!=(dns OR iam)",
  "service=dns AND outcome=FAILURE OR outcome=DENIED",
  "-service=dns NOT (region=eu01 AND severity=ERROR)",
  "outcome.statusCode<500 outcome.statusCode>=400 outcome.statusCode!=(403 OR 404)",
  "outcome.statusCode:* NOT network.country:*",
  "eventTimeStamp>=2026-03-21T08:10:14.422+01:00",
  "id=019CFF5A-1d3a-7b6e-8f21-0c4b5d6e7f80",
  "initiator.email=Anna@example.com",
  'initiator.email!=(anna* OR ben@example.com) AND initiator.email:"@example.com" AND initiator.email:*',
  "sourceIpAddress=(203.0.113.7 OR 10.0.0.0/8 OR 2001:db8::/32)",
  "sourceIpAddress!=2001:db8::1",
  "userAgent:curl",
  String.raw`details:"say \"hi\""`,
  "traceparent=4bf92f3577b34da6a3ce929d0e0e4736",
  "rotat",
  String.raw`"C:\\x"`,
])("%s", (text) => {
  expect(filterCondition(parsed(text))).toMatchSnapshot();
});

test("the names of the parameters begin as it is told", () => {
  expect(filterCondition(parsed("service=dns region=eu01"), "filter")).toEqual({
    sql: "(event_source = {filter0:String} AND region = {filter1:String})",
    params: { filter0: "dns", filter1: "eu01" },
  });
});

const INJECTIONS = [
  "' OR 1 = 1 --",
  "x'; DROP TABLE events; --",
  String.raw`\' OR 1=1 --`,
  "x') UNION ALL SELECT * FROM events --",
  "{f0:String}",
  "}) OR 1=1 --",
  "/*",
  "`",
  "x\u0000' OR 1=1",
  "SETTINGS readonly = 0",
  "${process.env}",
  "now()",
];

test.each(INJECTIONS)("what is injected ends in a parameter: %j", (evil) => {
  const literal = JSON.stringify(evil);
  const compared = ["service=L", "details:L", "initiator.email:L", "eventName=L*", "region!=(L OR L)"]
    .join(" OR ")
    .replaceAll("L", () => literal);
  const { sql, params } = filterCondition(parsed(`${compared} OR ${literal}`));
  // JSON has more conditions where something is escaped, and so has a search where there are words.
  if (JSON.stringify(evil) === `"${evil}"`)
    expect(filterCondition(parsed(compared)).sql).toBe(
      filterCondition(parsed(compared.replaceAll(literal, '"harmless"'))).sql,
    );
  expect(Object.values(params).flat()).toContain(evil);
  if (evil !== "{f0:String}") expect(sql).not.toContain(evil);
});

/** Every word there can be in the text, beside the columns of events. */
const WORDS = [
  ..."AND OR NOT IN BETWEEN SELECT FROM kind id initiators_with_email patterns 0 1 2".split(" "),
  ...ONLY_IN_ENTRY.flatMap((part) => partOfEntry(part).match(/\d+/g) ?? []),
  ..."hasAll arrayFilter word match tokens splitByNonAlpha replaceAll substring entry xFE xFF n".split(" "),
  ..."ifNull lengthUTF8 lowerUTF8 position splitByChar startsWith toIPv6 toIPv6OrNull IPv6CIDRToRange".split(" "),
];

test("the text is made of our own words, and each parameter in it is bound and used, whatever the filter", () => {
  const PLACEHOLDER = /\{(\w+):[A-Za-z0-9(), ']+\}/g;
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const { sql, params } = filterCondition(filter);
      const placeholders = [...sql.matchAll(PLACEHOLDER)].map(([, name]) => String(name));
      expect([...new Set(placeholders)].toSorted()).toEqual(Object.keys(params).toSorted());
      const rest = sql.replaceAll(PLACEHOLDER, "?");
      expect(rest).toMatch(/^[A-Za-z0-9_ ()?=!<>,.'%[\]\\-]*$/);
      const words = [...rest.matchAll(/\w+/g)].map(([word]) => word);
      expect(words.filter((word) => !WORDS.includes(word) && !isColumn(word))).toEqual([]);
      expect(filterCondition(filter)).toEqual({ sql, params });
    }),
    { numRuns: 300 },
  );
});

const isColumn = (word: string): boolean => entryColumns.some((column) => column === word);
