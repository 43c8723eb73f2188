// The contract and the SDK's redaction: what an event's details say arrives as it was said, because no field is named or filled like a secret.
import { type AvroSchema, domainSchemas } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { expect, test } from "vitest";
import { isAmbiguousName, isSecretName } from "../privacy/secret-names.ts";
import { JsonKeys } from "../text/json-key.ts";
import { copyDetails } from "./details.ts";

/** Names of the fields of a record and of all that is inside. */
function fieldNames(schema: AvroSchema): string[] {
  if (typeof schema === "string") return [];
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  if (schema.type === "array") return fieldNames(schema.items);
  if (schema.type === "map") return fieldNames(schema.values);
  return schema.type === "record" ? schema.fields.flatMap((field) => [field.name, ...fieldNames(field.type)]) : [];
}

const details = Object.values(domainSchemas).flatMap((schema) =>
  schema.fields.filter((field) => field.name === "details").map((field) => field.type),
);

test("no field of any event is named like a secret", () => {
  const names = new Set(details.flatMap(fieldNames));
  expect([...names].filter((name) => isSecretName(name) || isAmbiguousName(name))).toEqual([]);
  expect(names.size).toBeGreaterThan(100);
});

test.each(readExamples())("the details of $file are recorded as they are", ({ event }) => {
  expect(copyDetails(event.details, [], new JsonKeys())).toEqual(event.details);
});
