import { columns } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { bareRow } from "../../test/rows.ts";
import { entryColumns } from "../query/entry-row.ts";
import { entryOfRow } from "./entry-of-row.ts";
import { entrySchema } from "./entry.ts";
import { exampleRow } from "./example-row.ts";

const shown = (value: object): unknown => JSON.parse(JSON.stringify(value));

test("every column that an entry is made of exists", () => {
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...entryColumns]));
});

test("an entry says all that its row says", () => {
  expect(shown(entryOfRow(exampleRow))).toMatchSnapshot();
});

test("what the event lacks is absent", () => {
  expect(shown(entryOfRow(bareRow))).toMatchSnapshot();
});

test.each([exampleRow, bareRow])("an entry is as its schema says", (row) => {
  expect(entrySchema.strict().safeParse(shown(entryOfRow(row))).error).toBeUndefined();
});

test("the sentence names initiator and resource; an unknown event is shown by its name", () => {
  expect(entryOfRow(exampleRow).sentence).toBe("deploy@sa.example.com added members to shop");
  expect(entryOfRow({ ...exampleRow, initiator_email: "", resource_name: "" }).sentence).toBe(
    `${exampleRow.initiator_id} added members to ${exampleRow.resource_id}`,
  );
  expect(entryOfRow(bareRow).sentence).toBe("newer.thing.happen");
});
