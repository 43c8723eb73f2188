import { expect, test } from "vitest";
import { composeFilter, type FilterParts } from "./compose-filter.ts";

test.each<[FilterParts, string]>([
  [{}, ""],
  [{ filter: "service=dns OR service=iam" }, "service=dns OR service=iam"],
  [{ filter: "service=dns OR service=iam", outcome: ["denied"] }, "(service=dns OR service=iam) outcome=DENIED"],
  [{ service: ["dns"], event: ["iam.*", "*"] }, 'service="dns" (eventName="iam."* OR eventName="*")'],
  [{ initiator: ["ada@example.com", "user-1"] }, '(initiator.email="ada@example.com" OR initiator.id="user-1")'],
  [{ resource: ['sh"op\\'] }, '(resource.id="sh\\"op\\\\" OR resource.name:"sh\\"op\\\\")'],
  [{ texts: ["a b", "AND"] }, '"a b" "AND"'],
  [{ address: ["203.0.113.0/24"] }, 'sourceIpAddress="203.0.113.0/24"'],
  [{ deletions: true }, 'eventName:(".delete" OR ".remove" OR ".destroy")'],
])("%j is %s", (parts, filter) => {
  expect(composeFilter(parts)).toBe(filter);
});

test("an outcome that there is not is refused", () => {
  expect(() => composeFilter({ outcome: ["good"] })).toThrow("there are success, failure and denied");
});
