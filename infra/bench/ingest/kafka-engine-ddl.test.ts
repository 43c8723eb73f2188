import { columns } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { materializedView, queueTable } from "./kafka-engine-ddl.ts";

test("the view fills every column of the events table", () => {
  const view = materializedView("with");
  expect(columns.filter(({ name }) => !view.includes(` AS ${name}`))).toEqual([]);
});

test("details are a column per kind of event, or none at all", () => {
  expect(queueTable({}, "with")).toContain(
    "`details.FolderUpdated` Tuple(containerId String, containerParentId Nullable(String), name Nullable(String), labels Map(String, String))",
  );
  expect(queueTable({}, "without")).not.toContain("details");
  expect(materializedView("without")).toContain("'' AS details");
});
