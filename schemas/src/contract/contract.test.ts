// The contract as a whole: what is generated has not drifted, what is published is not broken, every operation is an event.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { domains, events } from "../catalogue.ts";
import { compileType } from "../codec.ts";
import { domainSchemas } from "../generated/domain-schemas.ts";
import { drift } from "../generate/generate.ts";
import { faults } from "./check.ts";
import { readExamples } from "./read-examples.ts";

const COMPLETE = ["membership", "resource-manager", "service-account"];
const COMPLETE_SPECS = ["authorization v2", "resource-manager v0", "service-account v2"];

interface Operation {
  spec: string;
  operationId: string;
}

const operations: Operation[] = readFileSync(new URL("../../operations.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

test("working copy, generated files and published versions agree", async () => {
  expect(await faults()).toEqual([]);
});

test("a generated file that differs from the contract is noticed", () => {
  expect(drift([["schemas/src/generated/envelope.ts", "// edited by hand\n"]])).toEqual([
    "schemas/src/generated/envelope.ts",
  ]);
});

test("there are nine domains with eighteen services", () => {
  expect(domains).toHaveLength(9);
  expect(domains.flatMap((domain) => domain.services)).toHaveLength(18);
});

describe("coverage", () => {
  const recorded = new Set(events.flatMap((event) => event.operations));

  test.each(COMPLETE_SPECS)("every operation of %s is recorded by an event", (spec) => {
    const names = operations
      .filter((operation) => operation.spec === spec)
      .map(({ operationId }) => `${spec} ${operationId}`);
    expect(names.filter((name) => !recorded.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });

  test("no event names an operation that does not exist", () => {
    const known = new Set(operations.map(({ spec, operationId }) => `${spec} ${operationId}`));
    expect([...recorded].filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(COMPLETE)("every event of %s has an example", (domain) => {
    const shown = new Set(readExamples().map(({ event }) => event.eventName));
    const names = events.filter((event) => event.domain === domain).map((event) => event.name);
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });
});

test.each(readExamples())("the example $file is what its schema says", ({ domain, event }) => {
  const schema = domainSchemas[domain];
  expect(schema).toBeDefined();
  const type = compileType(schema ?? "null");
  expect(type.isValid(event)).toBe(true);
  expect(JSON.parse(JSON.stringify(type.fromBuffer(type.toBuffer(event))))).toEqual(JSON.parse(JSON.stringify(event)));
});
