import { expect, test } from "vitest";
import { readMigrations } from "./migrations.ts";
import { SEARCHED_WORDS } from "./searched-text.ts";

test("the index is built on what a query says", () => {
  const storage = readMigrations().find(({ name }) => name === "0009_storage.sql");
  expect(storage?.sql).toContain(`INDEX words ${SEARCHED_WORDS}\n`);
});
