// The verbs of event names: the list, its explanation for people and the events agree.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AVRO_FOLDER, readContract } from "./read-contract.ts";
import { DENIAL_VERB, PLATFORM_VERBS, VERBS, eventTypeOfVerb, verbOf } from "./verbs.ts";

const verbs = [...VERBS, ...PLATFORM_VERBS, DENIAL_VERB];

test("avro/README.md explains exactly these verbs", () => {
  const readme = readFileSync(join(AVRO_FOLDER, "README.md"), "utf8");
  const rows = readme.split("\n").filter((line) => line.startsWith("| `"));
  const explained = rows.flatMap((row) => (row.split("|")[1] ?? "").match(/[a-z-]+/g) ?? []);
  expect(new Set(explained)).toEqual(new Set(verbs));
  expect(explained).toHaveLength(verbs.length);
});

test("no verb is there for nothing", () => {
  const events = readContract().domains.flatMap(({ services }) => services.flatMap((service) => service.events));
  const used = new Set(events.map(({ eventName }) => verbOf(eventName).replace(/^auto-/, "")));
  expect(verbs.filter((verb) => !used.has(verb))).toEqual([]);
});

test.each([
  ["create", "ADMIN_ACTIVITY"],
  ["auto-create", "SYSTEM_EVENT"],
  ["expire", "SYSTEM_EVENT"],
  ["deny", "POLICY_DENIED"],
  ["auto-expire", undefined],
  ["trigger", undefined],
])("what ends in %s is a %s", (verb, type) => {
  expect(eventTypeOfVerb(verb)).toBe(type);
});
