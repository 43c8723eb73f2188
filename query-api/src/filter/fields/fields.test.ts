import { envelopeSchema } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { entryColumns } from "../../query/entry-row.ts";
import { CATEGORIES, EVENT_TYPES, INITIATOR_KINDS, OUTCOMES, SCOPE_TYPES, SEVERITIES } from "./choices.ts";
import { fields } from "./fields.ts";
import { findField, nearestFields } from "./find-field.ts";

test("the closed sets are the contract's", () => {
  const symbols = new Map(
    [...JSON.stringify(envelopeSchema).matchAll(/"name":"(\w+)","symbols":\[([^\]]*)\]/g)].map(
      ([, name = "", list = ""]) => [name, list.replaceAll('"', "").split(",")],
    ),
  );
  expect({
    EventType: symbols.get("EventType"),
    Category: symbols.get("Category"),
    Severity: symbols.get("Severity"),
    ScopeType: symbols.get("ScopeType"),
    InitiatorKind: symbols.get("InitiatorKind"),
    OutcomeResult: symbols.get("OutcomeResult"),
  }).toEqual({
    EventType: EVENT_TYPES,
    Category: CATEGORIES,
    Severity: SEVERITIES,
    ScopeType: SCOPE_TYPES,
    InitiatorKind: INITIATOR_KINDS,
    OutcomeResult: OUTCOMES,
  });
});

test("a column has one field, and what no tenant asks for has none", () => {
  const columns = Object.values(fields).map(({ column }) => column);
  expect(new Set(columns).size).toBe(columns.length);
  expect(entryColumns.filter((column) => !columns.includes(column))).toEqual(["visibility", "producer_sequence"]);
});

test("a name or an alias is a field's only", () => {
  for (const [name, { aliases }] of Object.entries(fields))
    for (const written of [name, ...aliases]) expect(findField(written)).toBe(name);
  expect(findField("toString")).toBeUndefined();
  expect(findField("__proto__")).toBeUndefined();
});

test.each([
  ["initiator.ID", ["initiator.id"]],
  ["EVENTSOURCE", ["eventSource"]],
  ["email", ["initiator.email"]],
  ["ip", ["sourceIpAddress"]],
  ["initiator.mail", ["initiator.email"]],
  ["statusCode", ["outcome.statusCode"]],
  ["country", ["network.country"]],
  ["userName", ["userAgent"]],
])("by %s somebody means one of %j", (unknown, meant) => {
  expect(nearestFields(unknown)).toEqual(expect.arrayContaining(meant));
});

test("a very long name is not compared in full", () => {
  expect(nearestFields("x".repeat(4_000))).toHaveLength(3);
});
