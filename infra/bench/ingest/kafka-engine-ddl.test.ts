import { columns } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { materializedView, queueTable, type Details } from "./kafka-engine-ddl.ts";

test("the view fills every column of the events table", () => {
  const view = materializedView("with");
  expect(columns.filter(({ name }) => !view.includes(` AS ${name}`))).toEqual([]);
});

test("the view makes an entry of values of the queue, or without its details", () => {
  const entryOf = (wanted: Details) =>
    /^  concatWithSeparator\(.* AS entry$/mu.exec(materializedView(wanted))?.[0] ?? "";
  expect(entryOf("with")).toContain("toJSONString(`details.FolderUpdated`)");
  expect(entryOf("without")).toContain("`request.Request.body`, '', `result`");
  expect(entryOf("without")).not.toContain("details");
});

test("details are a column per kind of event, or none at all", () => {
  expect(queueTable({}, "with")).toContain(
    "`details.FolderUpdated` Tuple(containerId String, containerParentId Nullable(String), name Nullable(String), labels Map(String, String))",
  );
  expect(queueTable({}, "without")).not.toContain("details");
});
