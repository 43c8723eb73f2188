// What OCSF 1.4 requires of API Activity, and its closed lists.
import { expect, test } from "vitest";
import { bareRow } from "../../../test/rows.ts";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import { exampleEmail, exampleRow } from "../../entries/example-row.ts";
import { ocsfEvent } from "./ocsf.ts";

const eventOf = (row: typeof exampleRow) =>
  Object(JSON.parse(JSON.stringify(ocsfEvent(entryOfRow(row, exampleEmail)))));

test.each([
  ["the example", exampleRow],
  ["the barest", bareRow],
])("%s has all that is required", (_what, row) => {
  const event = eventOf(row);
  for (const name of [
    "activity_id",
    "actor",
    "api",
    "category_uid",
    "class_uid",
    "cloud",
    "metadata",
    "severity_id",
    "src_endpoint",
    "time",
    "type_uid",
  ])
    expect(event[name], name).toBeDefined();
  expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
});

test.each([
  ["membership.member.add", 1, "Create"],
  ["iam.role.update", 3, "Update"],
  ["dns.zone.delete", 4, "Delete"],
  ["audit-log.entry.read", 2, "Read"],
  ["newer.thing.happen", 99, "happen"],
])("%s is activity %i, %s", (event_name, activity_id, activity_name) => {
  expect(eventOf({ ...exampleRow, event_name })).toMatchObject({ activity_id, activity_name });
});

test("a method that OCSF does not have is told beside it", () => {
  const patch = eventOf(exampleRow);
  expect(patch.http_request.http_method).toBeUndefined();
  expect(patch.unmapped.requestMethod).toBe("PATCH");
  expect(eventOf({ ...exampleRow, request_method: "PUT" }).http_request.http_method).toBe("PUT");
});
