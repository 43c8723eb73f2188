// The fast way and the list's own code write the same bytes, whatever stands in a row.
import { events } from "@audit-log/schemas";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bareRow, idOf } from "../../../test/rows.ts";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import { exampleEmail, exampleRow } from "../../entries/example-row.ts";
import { anyText, NASTY } from "../../filter/testing/any-row.ts";
import { entryColumns, initiatorOf, storedTimeOf, type EntryRow } from "../../query/entry-row.ts";
import { wireRows } from "../testing/wire-rows.ts";
import { RowReader } from "../../wire/row-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { EntryJson } from "./entry-json.ts";
import { knownInitiator } from "./initiators.ts";

const listed = (row: EntryRow, email: string | undefined): string => JSON.stringify(entryOfRow(row, email));

const [json, reader, to] = [new EntryJson(), new RowReader(), new ByteWriter(64)];

function written(rows: readonly EntryRow[], email: string | undefined): string[] {
  const bytes = wireRows(rows);
  let at = 0;
  return rows.map((row) => {
    at = reader.read(bytes, at, true);
    json.write(reader, knownInitiator(initiatorOf(row), email), to);
    const text = to.bytes.toString("utf8", 0, to.end);
    to.end = 0;
    return text;
  });
}

const names = [...events.map(({ name }) => name), "newer.thing.happen", ""];
const details = [
  ...new Set(
    events.flatMap(({ sentence }) => [...sentence.matchAll(/\{details\.(\w+)\}/g)].map(([, name]) => name ?? "")),
  ),
];

const someText = fc.oneof({ weight: 2, arbitrary: fc.constant("") }, fc.constantFrom(...NASTY), anyText, fc.uuid());
const anyJson = fc
  .dictionary(
    fc.oneof(fc.constantFrom(...details, "a", "b", "__proto__", "toString"), fc.string({ maxLength: 4 })),
    fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText, fc.double(), fc.integer(), fc.boolean()),
    { maxKeys: 6 },
  )
  .map((value) => JSON.stringify(value));
/** As no producer of ours writes it. */
const STRANGE = [
  [
    '{"a":1.0}',
    '{"a":1e3}',
    '{"a":-0}',
    '{"a":0.10}',
    '{"a":0.0000001}',
    '{"a":12345678901234567}',
    '{"a":123456789012345.5}',
  ],
  [
    '{"b":1,"1":2}',
    '{"a":1,"a":2}',
    '{"a":{"b":1,"c":2,"b":3}}',
    '{ "a":1}',
    '{"a":1 }',
    '{"a":1}\n',
    '{"\\u0061":1}',
    '{"a":"\\/"}',
  ],
  [
    '{"a":"\\u001F"}',
    '{"a":"\\u001f\\u0000"}',
    '{"a":"\\ud83d"}',
    '{"a":"\\uD83D\\uDE00"}',
    '{"a":"\\b\\f\\n\\r\\t\\"\\\\"}',
    '{"a":"\t"}',
  ],
  [
    "[1]",
    "[]",
    "{}",
    '{"a":[]}',
    '{"a":[{}]}',
    "null",
    "7",
    '"x"',
    '{"a":',
    '{"a":"',
    '{"a":"\\',
    '{"a":"\\u00',
    '{"a":tru',
    '{"a":true',
    "{",
    '{"a"',
    '{"a":1,',
  ],
  [
    '{"a":01}',
    '{"a":-}',
    '{"a":1.}',
    '{"a":.5}',
    '{"a":+1}',
    '{"a":nul}',
    '{"a":NaN}',
    '{"a":1}}',
    '{"a":[1,]}',
    '{"a":1,}',
    "{,}",
    '{"a":[1}',
    '{"__proto__":{"x":1}}',
  ],
  '{"a":'.repeat(70) + "1" + "}".repeat(70),
  "[".repeat(300) + "]".repeat(300),
  `{${Array.from({ length: 70 }, (_none, index) => `"k${index}":${index}`).join(",")}}`,
  `{${Array.from({ length: 40 }, (_none, index) => `"k${index}":{"a":1,"b":[{"c":2}]}`).join(",")}}`,
].flat();
const strangeJson = fc.constantFrom(...STRANGE);
const someJson = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 4, arbitrary: anyJson },
  strangeJson,
  anyText,
);
const anyTime = fc.integer({ min: 0, max: Date.UTC(2199, 0, 1) }).map(storedTimeOf);

const special: Partial<Record<keyof EntryRow, fc.Arbitrary<string>>> = {
  event_id: fc.uuid(),
  event_time: anyTime,
  received_time: anyTime,
  event_name: fc.constantFrom(...names),
  outcome: fc.constantFrom("SUCCESS", "FAILURE", "DENIED", "S"),
  status_code: fc.constantFrom("0", "200", "403", "-1", "2147483647"),
  producer_sequence: fc.oneof(fc.nat().map(String), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String)),
  delegation: fc.oneof(
    { weight: 8, arbitrary: fc.constant("") },
    fc.constantFrom('[{"id":"a","email":null}]', "[", '[{"id":7}]'),
  ),
  truncations: fc.oneof(
    { weight: 8, arbitrary: fc.constant("") },
    fc.constant('[{"part":"result","originalBytes":90211}]'),
  ),
  ...Object.fromEntries(
    ["request_headers", "request_parameters", "request_body", "details", "result"].map((column) => [column, someJson]),
  ),
};
const anyRow = fc
  .record(Object.fromEntries(entryColumns.map((column) => [column, special[column] ?? someText])))
  .map((row): EntryRow => ({ ...bareRow, ...row }));

test("the example, and the least that there is", () => {
  const whole = { ...exampleRow, delegation: "", truncations: "", result: '{"members":[]}' };
  for (const row of [exampleRow, whole, bareRow])
    for (const email of [exampleEmail, undefined]) expect(written([row], email)).toEqual([listed(row, email)]);
});

test("every event's sentence, with every kind of value in its details", () => {
  const values = ["text", 'say "hi"\n', 7, -1.5, true, null, { a: 1 }, ["x"], undefined];
  for (const name of names)
    for (const [index] of values.entries()) {
      const filled = Object.fromEntries(details.map((detail, nth) => [detail, values[(nth + index) % values.length]]));
      const row = {
        ...exampleRow,
        delegation: "",
        truncations: "",
        result: "",
        event_name: name,
        details: JSON.stringify(filled),
      };
      expect(written([row], exampleEmail)).toEqual([listed(row, exampleEmail)]);
    }
});

test.each(STRANGE)("free-form text as no producer of ours writes it: %s", (text) => {
  const row = { ...exampleRow, delegation: "", truncations: "", result: text };
  expect(written([row], undefined)).toEqual([listed(row, undefined)]);
});

test("any rows, one after the other", () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 4 }),
      fc.option(anyText, { nil: undefined }),
      (rows, email) => {
        expect(written(rows, email)).toEqual(rows.map((row) => listed(row, email)));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a large body, and texts of nothing but what is escaped", () => {
  const [bell, big] = ["\u0007".repeat(255), "x".repeat(60_000)];
  const row = {
    ...exampleRow,
    delegation: "",
    truncations: "",
    result: "",
    event_id: idOf(1),
    request_body: JSON.stringify({ big }),
  };
  const hostile = {
    ...row,
    resource_name: bell,
    initiator_id: bell,
    scope_id: bell,
    user_agent: bell,
    details: JSON.stringify({ member: bell }),
  };
  expect(written([row, hostile], undefined)).toEqual([row, hostile].map((one) => listed(one, undefined)));
});

test("no sentence names the same thing twice: the room that is reserved is enough", () => {
  for (const { sentence } of events) {
    const filled = [...sentence.matchAll(/\{[a-zA-Z.]+\}/g)].map(([name]) => name);
    expect(new Set(filled).size, sentence).toBe(filled.length);
  }
});
