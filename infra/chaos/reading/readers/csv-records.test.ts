import { expect, test } from "vitest";
import { csvRecords } from "./csv-records.ts";

test("quotes, commas, line ends within a cell, empty cells, a byte order mark", () => {
  const text = '\uFEFFid,text,more\r\n1,"a ""b"", c\r\nd",\r\n2,,"x"\r\n';
  expect(csvRecords(text)).toEqual([
    { id: "1", text: 'a "b", c\r\nd', more: "" },
    { id: "2", text: "", more: "x" },
  ]);
});
