// What a spreadsheet would run is text; everything else is as it is, and an independent reader finds it again.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { exampleRow } from "../../entries/example-row.ts";
import { NASTY } from "../../filter/testing/any-row.ts";
import { knownInitiator } from "../json/initiators.ts";
import { ByteWriter } from "../json/byte-writer.ts";
import { wireRows } from "../testing/wire-rows.ts";
import { RowReader } from "../../wire/row-reader.ts";
import { cellOf, csv, csvColumns } from "./csv.ts";

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  " =1",
  "\u0000=1",
  "\uFEFF=1",
  "＝1",
  "\u00A0\u200B=1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
])("%j is no formula", (text) => {
  expect(cellOf(text).replace(/^"/, "")).toMatch(/^'/);
});

test.each([
  ["plain", "plain"],
  ["a=1", "a=1"],
  ['say "hi"', '"say ""hi"""'],
  ["a,b", '"a,b"'],
  ["a\r\nb", '"a\r\nb"'],
  [undefined, ""],
  [403, "403"],
  [{ a: "=1" }, '"{""a"":""=1""}"'.replaceAll('"""=', '""=')],
])("%j is written %j", (value, written) => {
  expect(cellOf(value)).toBe(written);
});

test("Python's reader finds every hostile text again", () => {
  const rows = NASTY.map((text) => ({ ...exampleRow, resource_name: text }));
  const [reader, to, writer] = [new RowReader(), new ByteWriter(64), csv.writer()];
  to.text(csv.head);
  const bytes = wireRows(rows);
  for (let at = 0; at < bytes.length;) {
    at = reader.read(bytes, at, true);
    writer.write(reader, knownInitiator({ kind: "USER", id: "ada" }, undefined), to);
  }
  const program =
    "import csv,json,sys,io; print(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, 'utf-8-sig', newline='')))))";
  const found: string[][] = JSON.parse(
    execFileSync("python3", ["-c", program], { input: to.bytes.subarray(0, to.end), maxBuffer: 1e8 }).toString(),
  );
  expect(found[0]).toEqual(Object.keys(csvColumns));
  const column = Object.keys(csvColumns).indexOf("resource.name");
  const texts = found
    .slice(1)
    .map((row) => (row[column] ?? "").replace(/^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u, ""));
  expect(texts).toEqual(NASTY);
});
