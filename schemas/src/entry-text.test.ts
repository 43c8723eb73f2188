import { expect, test } from "vitest";
import { ENTRY_PARTS, ONLY_IN_ENTRY, entrySql, entryText, partOfEntry, SEARCHED_PARTS } from "./entry-text.ts";
import { readMigrations } from "./migrations.ts";
import { columns, storedFields } from "./row.ts";
import { SEARCHED_WORDS } from "./searched-text.ts";
import { BY_ORGANIZATION } from "./views.ts";

const { sql } = readMigrations().find(({ name }) => name === "0012_entry_text.sql") ?? { sql: "" };

test("the index is built on what a query says", () => {
  expect(sql).toContain(`INDEX words ${SEARCHED_WORDS}\n`);
});

test("the table reads each part from its place, and the rows of before become texts of these parts", () => {
  const aliases = Array.from(sql.matchAll(/^    (\w+) +String ALIAS (\S+ entry\)\[\d+\])/gmu), ([, name, of]) => [
    name,
    of,
  ]);
  expect(aliases).toEqual(ONLY_IN_ENTRY.map((part) => [part, partOfEntry(part)]));
  expect(sql.replaceAll(/\s+/gu, " ")).toContain(entrySql((part) => part));
});

test("the projection has the columns that pages may ask for", () => {
  const [, selected = ""] = /PROJECTION by_organization \(\s+SELECT ([\w,\s]+?)\s+ORDER BY/u.exec(sql) ?? [];
  expect(selected.split(/,\s+/u)).toEqual(BY_ORGANIZATION);
});

test("an entry has every field but its keys and what is found out later", () => {
  const apart = ["event_id", "event_time", "received_time", "scope_id", "organization_id", "folder_id"];
  const travelled = ["schema_id", "kafka_topic", "kafka_partition", "kafka_offset"];
  expect(new Set([...ENTRY_PARTS, ...apart, ...travelled])).toEqual(new Set(storedFields.map(({ name }) => name)));
  expect(columns.map(({ name }) => name)).toEqual(expect.not.arrayContaining([...ONLY_IN_ENTRY]));
});

test("parts of an entry are found again, whatever is in them", () => {
  const text = entryText((part) => (part === "details" ? '{"a":"\u0000\\n ÿþ"}' : part));
  const parts = text.toString("latin1").split("\u00ff");
  expect(parts[SEARCHED_PARTS.length]).toBe("\u00fe");
  expect(parts.toSpliced(SEARCHED_PARTS.length, 1).map((part) => Buffer.from(part, "latin1").toString())).toEqual(
    ENTRY_PARTS.map((part) => (part === "details" ? '{"a":"\u0000\\n ÿþ"}' : part)),
  );
});
