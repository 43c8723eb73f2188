import { expect, test } from "vitest";
import { readMigrations } from "./migrations.ts";
import { SEARCHED_TEXT } from "./searched-text.ts";

test("the index is built on what a query says", () => {
  const reading = readMigrations().find(({ name }) => name === "0006_reading.sql");
  expect(reading?.sql.split(SEARCHED_TEXT)).toHaveLength(4);
});
