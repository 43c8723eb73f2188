import { entryText } from "@audit-log/schemas";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleRow } from "../entries/example-row.ts";
import { textOf, wireRow, wireRows } from "../export/testing/wire-rows.ts";
import { anyRows } from "../filter/testing/any-row.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import { RowReader } from "./row-reader.ts";
import { rowOf } from "./wire-values.ts";

function rowsOf(bytes: Buffer): EntryRow[] {
  const reader = new RowReader();
  const rows: EntryRow[] = [];
  for (let at = 0; at < bytes.length;) {
    at = reader.read(bytes, at, true);
    if (at < 0) throw new Error("the bytes end within a row");
    rows.push(rowOf(reader));
  }
  return rows;
}

test("rows are read as they were sent, whatever is in them", () => {
  fc.assert(
    fc.property(anyRows(3), (rows) => {
      expect(rowsOf(wireRows(rows))).toEqual(rows);
    }),
  );
});

/** A row whose entry is these bytes. */
function rowWith(entry: Buffer): EntryRow | undefined {
  const pieces = wireRow(exampleRow).slice(0, -1);
  return rowsOf(Buffer.concat([...pieces, textOf(entry)]))[0];
}
const whole = entryText((part) => exampleRow[part]);

test("a part that was not written yet is empty, and one of a later version is not looked at", () => {
  expect(rowWith(Buffer.concat([whole, Buffer.from("\u00ffmore\u00ff", "latin1")]))).toEqual(exampleRow);
  const withoutLast = whole.subarray(0, whole.lastIndexOf(0xff));
  expect(rowWith(withoutLast)).toEqual({ ...exampleRow, truncations: "" });
  expect(rowWith(Buffer.alloc(0))).toMatchObject({ event_id: exampleRow.event_id, event_name: "", status_code: "0" });
});

test("bytes that end within a row are not a row yet, and what begins with no mark is none", () => {
  const bytes = wireRows([exampleRow]);
  const reader = new RowReader();
  for (let length = 0; length < bytes.length; length += 1)
    expect(reader.read(bytes.subarray(0, length), 0, false)).toBe(-1);
  expect(() => reader.read(Buffer.from("Code: 159. DB::Exception"), 0, true)).toThrow(StoreUnavailable);
});
