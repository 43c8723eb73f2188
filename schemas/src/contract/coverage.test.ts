// The product's promise, counted: every service, operation, event, example and phrase of the page; and that a hole is told by its name.
import { describe, expect, test } from "vitest";
import type { DetailRecord } from "../avro-schema.ts";
import { AUDIT_LOG_SERVICE } from "../catalogue.ts";
import { coverage, everythingCovered } from "./check.ts";
import { holes, placedEvents, type Covered } from "./coverage.ts";

const whole = everythingCovered();

test("nothing is missing", () => {
  const found = holes(whole);
  expect(found, `${found.join("\n")}\n${coverage()}`).toEqual([]);
});

test("there are the page's nine domains with eighteen services, the audit log's own, and 242 operations, at least", () => {
  expect(whole.contract.domains.length).toBeGreaterThanOrEqual(9);
  const services = whole.contract.domains.flatMap((domain) => domain.services);
  expect(services.filter(({ name }) => name !== AUDIT_LOG_SERVICE).length).toBeGreaterThanOrEqual(18);
  expect(services.map(({ name }) => name)).toContain(AUDIT_LOG_SERVICE);
  expect(whole.operations.length).toBeGreaterThanOrEqual(242);
});

test("the table has a line per service and their sum", () => {
  const lines = coverage().split("\n");
  expect(lines[0]).toMatch(/^service +operations +events +access +system +denied +examples$/);
  expect(lines).toHaveLength(2 + whole.contract.domains.flatMap((domain) => domain.services).length);
  const sum = lines.slice(1, -1).reduce((total, line) => total + Number(line.split(/ +/)[2]), 0);
  expect(lines.at(-1)).toMatch(new RegExp(`^all +\\d+ +${sum} `));
});

describe("a hole is told by its name", () => {
  type Change = (covered: Covered) => Partial<Covered>;
  const edited = (covered: Covered, edit: (event: DetailRecord) => DetailRecord[]): Partial<Covered> => ({
    contract: {
      domains: covered.contract.domains.map((domain) => ({
        ...domain,
        services: domain.services.map((service) => ({ ...service, events: service.events.flatMap(edit) })),
      })),
    },
  });
  const example = (covered: Covered, name: string) => covered.examples.filter((one) => one.name === name);

  test.each<[string, Change, string[]]>([
    [
      "a service without events",
      (covered) => edited(covered, (event) => (event.eventName.startsWith("membership.") ? [] : [event])),
      ["service membership/membership has no events"],
    ],
    [
      "a kind of event that there is none of",
      (covered) => edited(covered, (event) => [{ ...event, category: "ADMINISTRATIVE" }]),
      ["no event is ACCESS"],
    ],
    [
      "an operation that nothing records",
      ({ operations: [first, ...others] }) => ({
        operations: first === undefined ? others : [first, { ...first, operationId: "AddMoreMembers" }, ...others],
      }),
      ["operation authorization v2 AddMoreMembers is recorded by no event"],
    ],
    [
      "an operation that does not exist",
      ({ operations }) => ({ operations: operations.filter(({ operationId }) => operationId !== "AddMembers") }),
      ["event membership.member.add records authorization v2 AddMembers, which is no operation of operations.ndjson"],
    ],
    [
      "an event without an example",
      ({ examples }) => ({ examples: examples.filter(({ name }) => name !== "membership.member.add") }),
      ["event membership.member.add has no example: membership/membership.member.add.json is missing"],
    ],
    [
      "an example of nothing, in the wrong place, or too many",
      (covered) => ({
        examples: [
          ...covered.examples,
          ...example(covered, "membership.member.add").map((one) => ({ ...one, name: "other", file: "other.json" })),
          ...example(covered, "membership.member.add").map((one) => ({
            ...one,
            file: "orphan.json",
            written: { ...one.written, eventName: "membership.nothing" },
          })),
        ],
      }),
      [
        "example other.json belongs into membership/membership.member.add.json",
        "example orphan.json is of membership.nothing, which is no event",
        "event membership.member.add has 2 examples",
      ],
    ],
    [
      "an end that does not join its start",
      (covered) => ({
        examples: covered.examples.map((one) =>
          one.name === "ske.cluster.create" ? { ...one, written: { ...one.written, operationId: null } } : one,
        ),
      }),
      [
        expect.stringMatching(
          /^examples of ske.cluster.create and ske.cluster.create.end do not join: operationId none and ./,
        ),
      ],
    ],
    [
      "a phrase of the page without its event",
      ({ seeds }) => ({ seeds: [...seeds, { phrase: "flying", events: ["wing.flap"] }, { phrase: "x", events: [] }] }),
      [`the page's "flying" is wing.flap, which is no event`, `the page's "x" has no event`],
    ],
  ])("%s", (_what, change, expected) => {
    const before = new Set(holes(whole));
    const found = holes({ ...whole, ...change(whole) }).filter((hole) => !before.has(hole));
    for (const hole of expected) expect(found).toContainEqual(hole);
  });
});

test("every end names its start, and there are some", () => {
  expect(placedEvents(whole.contract).filter(({ event }) => event.endOf !== undefined).length).toBeGreaterThan(20);
});
