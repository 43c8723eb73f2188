// The contract as a whole: what is generated has not drifted, what is published is not broken, examples are what their schemas say.
import { expect, test } from "vitest";
import { compileType } from "../codec.ts";
import { domainSchemas } from "../generated/domain-schemas.js";
import { drift } from "../generate/generate.ts";
import { faults } from "./check.ts";
import { readExamples } from "./read-examples.ts";

test("working copy, generated files, examples and published versions agree", async () => {
  expect(await faults()).toEqual([]);
});

test("a generated file that differs from the contract is noticed, and one that is left over", () => {
  const drifted = drift([["schemas/src/generated/envelope.ts", "// edited by hand\n"]]);
  expect(drifted[0]).toBe("schemas/src/generated/envelope.ts");
  expect(drifted).toContain("schemas/src/generated/catalogue.js");
  expect(drifted).toContain("schemas/catalogue/README.md");
});

const types = new Map(Object.entries(domainSchemas).map(([domain, schema]) => [domain, compileType(schema)]));

test.each(readExamples())("the example $file is what its schema says", ({ domain, event }) => {
  const type = types.get(domain);
  expect(type?.isValid(event)).toBe(true);
  expect(JSON.stringify(type?.fromBuffer(type.toBuffer(event)))).toEqual(JSON.stringify(type?.clone(event)));
});
