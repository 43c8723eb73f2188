import { expect, test } from "vitest";
import { sentenceOf } from "./sentence.ts";

const parts = { initiator: "ada", resource: "shop", scope: "p", details: {} };

test.each([
  ["SUCCESS", "ADMIN_ACTIVITY", "ada deleted shop"],
  ["FAILURE", "ADMIN_ACTIVITY", "Failed: ada deleted shop"],
  ["DENIED", "ADMIN_ACTIVITY", "Denied: ada deleted shop"],
  ["DENIED", "POLICY_DENIED", "ada deleted shop"],
] as const)("what ended as %s (%s) says so first where its sentence does not", (outcome, eventType, said) => {
  expect(sentenceOf({ sentence: "{initiator} deleted {resource}", eventType }, { ...parts, outcome })).toBe(said);
});
