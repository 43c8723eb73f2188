import { storedFields } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { bareRow } from "../../test/rows.ts";
import { entryColumns } from "../query/entry-row.ts";
import { entryOfRow } from "./entry-of-row.ts";
import { entrySchema } from "./entry.ts";
import { exampleEmail, exampleRow } from "./example-row.ts";

const shown = (value: object): unknown => JSON.parse(JSON.stringify(value));

test("every column that an entry is made of exists", () => {
  expect(storedFields.map(({ name }) => name)).toEqual(expect.arrayContaining([...entryColumns]));
});

test("an entry says all that its row says", () => {
  expect(shown(entryOfRow(exampleRow, exampleEmail))).toMatchSnapshot();
});

test("what the event lacks is absent", () => {
  expect(shown(entryOfRow(bareRow, undefined))).toMatchSnapshot();
});

test.each([
  [exampleRow, exampleEmail],
  [bareRow, undefined],
])("an entry is as its schema says", (row, email) => {
  expect(entrySchema.strict().safeParse(shown(entryOfRow(row, email))).error).toBeUndefined();
});

test("the sentence names initiator and resource; an unknown event is shown by its name", () => {
  expect(entryOfRow(exampleRow, exampleEmail).sentence).toBe("deploy@sa.example.com added members to shop");
  expect(entryOfRow({ ...exampleRow, resource_name: "" }, undefined).sentence).toBe(
    `${exampleRow.initiator_id} added members to ${exampleRow.resource_id}`,
  );
  expect(entryOfRow(bareRow, undefined).sentence).toBe("newer.thing.happen");
});
